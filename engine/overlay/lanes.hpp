// Eight cells at a time, as compiler vectors. A cell's lane is its column in the block modulo 8, and lane sums are
// added up in one fixed order, so the result does not depend on how wide the machine's own vectors are.
#pragma once

#include "engine/base/widest_vectors.hpp"

#include <cstdint>
#include <cstring>
#include <limits>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace papar::lanes {

inline constexpr std::int64_t width = 8;

using F8 = float __attribute__((vector_size(32)));
using I8 = std::int32_t __attribute__((vector_size(32)));  // masks: -1 or 0
using F4 = float __attribute__((vector_size(16)));
using I4 = std::int32_t __attribute__((vector_size(16)));
using D4 = double __attribute__((vector_size(32)));
using L4 = std::int64_t __attribute__((vector_size(32)));

// Eight doubles as two vectors of the widest size that common machines have.
struct D8 {
    D4 low{};
    D4 high{};

    PAPAR_INLINE double operator[](int lane) const { return lane < 4 ? low[lane] : high[lane - 4]; }
    PAPAR_INLINE D8& operator+=(const D8& other) {
        low += other.low;
        high += other.high;
        return *this;
    }
};

template <typename T>
struct VectorOf;
template <>
struct VectorOf<float> {
    using Type = F8;
};
template <>
struct VectorOf<double> {
    using Type = D8;
};

template <typename V>
PAPAR_INLINE V load_as(const void* cells) {
    V v;
    std::memcpy(&v, cells, sizeof v);
    return v;
}
PAPAR_INLINE F8 load(const float* cells) {
    return load_as<F8>(cells);
}
PAPAR_INLINE D8 load(const double* cells) {
    return {load_as<D4>(cells), load_as<D4>(cells + 4)};
}

PAPAR_INLINE I4 low(I8 v) {
    return __builtin_shufflevector(v, v, 0, 1, 2, 3);
}
PAPAR_INLINE I4 high(I8 v) {
    return __builtin_shufflevector(v, v, 4, 5, 6, 7);
}
PAPAR_INLINE I8 join(L4 low_mask, L4 high_mask) {
    return __builtin_shufflevector(__builtin_convertvector(low_mask, I4), __builtin_convertvector(high_mask, I4), 0, 1,
                                   2, 3, 4, 5, 6, 7);
}

PAPAR_INLINE I8 is_number(F8 v) {
    return v == v;
}
PAPAR_INLINE I8 is_number(const D8& v) {
    return join(v.low == v.low, v.high == v.high);
}
PAPAR_INLINE I8 above(F8 v, float limit) {
    return v > limit;
}
PAPAR_INLINE I8 above(const D8& v, double limit) {
    return join(v.low > limit, v.high > limit);
}

PAPAR_INLINE D8 to_double(F8 v) {
    return {__builtin_convertvector(__builtin_shufflevector(v, v, 0, 1, 2, 3), D4),
            __builtin_convertvector(__builtin_shufflevector(v, v, 4, 5, 6, 7), D4)};
}
PAPAR_INLINE D8 to_double(const D8& v) {
    return v;
}

// The lanes of the mask; 0 in the others.
PAPAR_INLINE D8 keep(const D8& v, I8 mask) {
    return {reinterpret_cast<D4>(reinterpret_cast<L4>(v.low) & __builtin_convertvector(low(mask), L4)),
            reinterpret_cast<D4>(reinterpret_cast<L4>(v.high) & __builtin_convertvector(high(mask), L4))};
}

// The lanes of the mask; NaN in the others.
PAPAR_INLINE F8 or_nan(F8 v, I8 mask) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    return mask ? v : F8{nan, nan, nan, nan, nan, nan, nan, nan};
}
PAPAR_INLINE D8 or_nan(const D8& v, I8 mask) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const D4 nans{nan, nan, nan, nan};
    return {__builtin_convertvector(low(mask), L4) ? v.low : nans,
            __builtin_convertvector(high(mask), L4) ? v.high : nans};
}

// The greater of each lane; where `v` is NaN, `most` stays.
PAPAR_INLINE F8 max(F8 v, F8 most) {
    return v > most ? v : most;
}
PAPAR_INLINE D8 max(const D8& v, const D8& most) {
    return {v.low > most.low ? v.low : most.low, v.high > most.high ? v.high : most.high};
}

// One bit a lane, lane 0 lowest.
PAPAR_INLINE unsigned bits(I8 mask) {
#if defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_ps(reinterpret_cast<__m128>(low(mask)))) |
           static_cast<unsigned>(_mm_movemask_ps(reinterpret_cast<__m128>(high(mask)))) << 4U;
#else
    unsigned result = 0;
    for (int lane = 0; lane < width; ++lane) {
        result |= static_cast<unsigned>(mask[lane] & 1) << lane;
    }
    return result;
#endif
}

// Lanes whose bit is set.
PAPAR_INLINE I8 mask_of(unsigned bits) {
    const I8 lane_bit = {1, 2, 4, 8, 16, 32, 64, 128};
    const auto all = static_cast<std::int32_t>(bits);
    return (I8{all, all, all, all, all, all, all, all} & lane_bit) != 0;
}

// Bits of the lanes of the group starting at column `group` that lie in [begin, end).
PAPAR_INLINE unsigned bits_within(std::int64_t group, std::int64_t begin, std::int64_t end) {
    const std::int64_t skip = begin > group ? begin - group : 0;
    const std::int64_t take = end < group + width ? end - group : width;
    return (0xFFU << skip) & (0xFFU >> (width - take));
}

PAPAR_INLINE double sum(const D8& v) {
    const D4 pairs = v.low + v.high;
    return (pairs[0] + pairs[2]) + (pairs[1] + pairs[3]);
}
PAPAR_INLINE std::int64_t sum(I8 v) {
    const I4 pairs = low(v) + high(v);
    return std::int64_t{pairs[0]} + pairs[1] + pairs[2] + pairs[3];
}

}  // namespace papar::lanes
