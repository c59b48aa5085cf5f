// Eight cells at a time, as compiler vectors. A cell's lane is its column in the block modulo 8, and lane sums are added
// up in one fixed order, so the result does not depend on how wide the machine's own vectors are.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace papar::lanes {

inline constexpr std::int64_t width = 8;

using F8 = float __attribute__((vector_size(32)));
using D8 = double __attribute__((vector_size(64)));
using I8 = std::int32_t __attribute__((vector_size(32)));  // masks: -1 or 0
using L8 = std::int64_t __attribute__((vector_size(64)));

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
template <>
struct VectorOf<std::int64_t> {
    using Type = L8;
};

// Every helper is inlined into its caller, whatever instruction set the caller is compiled for.
#define PAPAR_INLINE inline __attribute__((always_inline))

template <typename T>
PAPAR_INLINE typename VectorOf<T>::Type load(const T* cells) {
    typename VectorOf<T>::Type v;
    std::memcpy(&v, cells, sizeof v);
    return v;
}

PAPAR_INLINE I8 narrow(I8 mask) { return mask; }
PAPAR_INLINE I8 narrow(L8 mask) { return __builtin_convertvector(mask, I8); }
PAPAR_INLINE L8 widen(I8 mask) { return __builtin_convertvector(mask, L8); }
PAPAR_INLINE D8 to_double(F8 v) { return __builtin_convertvector(v, D8); }
PAPAR_INLINE D8 to_double(D8 v) { return v; }
PAPAR_INLINE D8 keep(D8 v, I8 mask) { return reinterpret_cast<D8>(reinterpret_cast<L8>(v) & widen(mask)); }

// One bit a lane, lane 0 lowest.
PAPAR_INLINE unsigned bits(I8 mask) {
#if defined(__SSE2__)
    __m128 halves[2];
    std::memcpy(halves, &mask, sizeof mask);
    return static_cast<unsigned>(_mm_movemask_ps(halves[0])) | static_cast<unsigned>(_mm_movemask_ps(halves[1])) << 4U;
#else
    unsigned result = 0;
    for (unsigned lane = 0; lane < width; ++lane) {
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

PAPAR_INLINE double sum(D8 v) { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }
PAPAR_INLINE std::int64_t sum(I8 v) {
    std::int64_t total = 0;
    for (int lane = 0; lane < width; ++lane) {
        total += v[lane];
    }
    return total;
}

}  // namespace papar::lanes
