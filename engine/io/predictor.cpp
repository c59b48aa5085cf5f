#include "engine/io/predictor.hpp"

#include <cassert>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace papar {

namespace {

template <typename T>
T load(const std::byte* from) {
    T value;
    std::memcpy(&value, from, sizeof(T));
    return value;
}

// Lanes of one size in a register: sum of each lane and all before it, and the last lane spread over all.
#if defined(__SSE2__)

template <int Bytes>
__m128i shift_up(__m128i x) {
    return _mm_slli_si128(x, Bytes);
}

template <typename T>
__m128i add(__m128i a, __m128i b) {
    if constexpr (sizeof(T) == 1) {
        return _mm_add_epi8(a, b);
    } else if constexpr (sizeof(T) == 2) {
        return _mm_add_epi16(a, b);
    } else if constexpr (sizeof(T) == 4) {
        return _mm_add_epi32(a, b);
    } else {
        return _mm_add_epi64(a, b);
    }
}

template <typename T>
__m128i running_sum(__m128i x) {
    if constexpr (sizeof(T) <= 1) {
        x = add<T>(x, shift_up<1>(x));
    }
    if constexpr (sizeof(T) <= 2) {
        x = add<T>(x, shift_up<2>(x));
    }
    if constexpr (sizeof(T) <= 4) {
        x = add<T>(x, shift_up<4>(x));
    }
    return add<T>(x, shift_up<8>(x));
}

template <typename T>
__m128i spread_last(__m128i x) {
    if constexpr (sizeof(T) == 1) {
        x = _mm_unpackhi_epi8(x, x);
    }
    if constexpr (sizeof(T) <= 2) {
        x = _mm_shufflehi_epi16(x, 0xFF);
    }
    return sizeof(T) == 8 ? _mm_unpackhi_epi64(x, x) : _mm_shuffle_epi32(x, 0xFF);
}

#endif

// to[i] = from[0] + ... + from[i], modulo the lane's size; `from` and `to` may be the same.
template <typename T>
void sum_along(const std::byte* from, std::byte* to, std::size_t count) {
    std::size_t i = 0;
    T sum = 0;
#if defined(__SSE2__)
    constexpr std::size_t lanes = 16 / sizeof(T);
    __m128i carry = _mm_setzero_si128();
    for (; i + lanes <= count; i += lanes) {
        __m128i x;
        std::memcpy(&x, from + i * sizeof(T), 16);
        x = running_sum<T>(x);
        const __m128i sums = add<T>(x, carry);
        std::memcpy(to + i * sizeof(T), &sums, 16);
        // Only this addition waits for the group before.
        carry = add<T>(carry, spread_last<T>(x));
    }
    std::memcpy(&sum, &carry, sizeof(T));
#endif
    for (; i < count; ++i) {
        sum = static_cast<T>(sum + load<T>(from + i * sizeof(T)));
        std::memcpy(to + i * sizeof(T), &sum, sizeof(T));
    }
}

#if defined(__SSE2__)

__m128i load_group(const std::byte* from) {
    __m128i x;
    std::memcpy(&x, from, 16);
    return x;
}

// Interleaves units of `Bytes` bytes of two registers: 32 bytes, first those of the lower halves.
template <int Bytes>
void interleave(__m128i a, __m128i b, __m128i* out) {
    if constexpr (Bytes == 1) {
        out[0] = _mm_unpacklo_epi8(a, b);
        out[1] = _mm_unpackhi_epi8(a, b);
    } else if constexpr (Bytes == 2) {
        out[0] = _mm_unpacklo_epi16(a, b);
        out[1] = _mm_unpackhi_epi16(a, b);
    } else {
        out[0] = _mm_unpacklo_epi32(a, b);
        out[1] = _mm_unpackhi_epi32(a, b);
    }
}

// Sixteen cells at a time from byte planes; returns how many cells were done.
// NOLINTBEGIN(modernize-avoid-c-arrays): std::array drops the attributes of a register's type
template <std::size_t CellBytes>
std::size_t join_planes_in_groups(const std::byte* planes, std::byte* to, std::size_t cells) {
    constexpr std::size_t pairs = CellBytes / 2;
    std::size_t i = 0;
    for (; i + 16 <= cells; i += 16) {
        __m128i twos[pairs][2];  // neighbouring planes, lowest first
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            const std::byte* higher = planes + (CellBytes - 2 - 2 * pair) * cells + i;
            interleave<1>(load_group(higher + cells), load_group(higher), twos[pair]);
        }
        __m128i joined[CellBytes];
        for (std::size_t half = 0; half < 2; ++half) {
            if constexpr (CellBytes == 4) {
                interleave<2>(twos[0][half], twos[1][half], joined + half * 2);
            } else {
                __m128i fours[2][2];
                interleave<2>(twos[0][half], twos[1][half], fours[0]);
                interleave<2>(twos[2][half], twos[3][half], fours[1]);
                interleave<4>(fours[0][0], fours[1][0], joined + half * 4);
                interleave<4>(fours[0][1], fours[1][1], joined + half * 4 + 2);
            }
        }
        std::memcpy(to + i * CellBytes, joined, sizeof(joined));
    }
    return i;
}
// NOLINTEND(modernize-avoid-c-arrays)

#endif

// Plane p holds the bytes of rank p, counted from the highest; the host is little-endian.
void join_planes(const std::byte* planes, std::byte* to, std::size_t cells, std::size_t cell_bytes) {
    std::size_t i = 0;
#if defined(__SSE2__)
    i = cell_bytes == 4 ? join_planes_in_groups<4>(planes, to, cells) : join_planes_in_groups<8>(planes, to, cells);
#endif
    for (; i < cells; ++i) {
        for (std::size_t plane = 0; plane < cell_bytes; ++plane) {
            to[i * cell_bytes + cell_bytes - 1 - plane] = planes[plane * cells + i];
        }
    }
}

}  // namespace

void undo_predictor(Predictor predictor, std::span<std::byte> row, std::size_t cell_bytes,
                    std::vector<std::byte>& scratch) {
    const std::size_t cells = row.size() / cell_bytes;
    if (predictor == Predictor::floating_point) {
        assert(cell_bytes == 4 || cell_bytes == 8);
        scratch.resize(row.size());
        sum_along<std::uint8_t>(row.data(), scratch.data(), row.size());
        join_planes(scratch.data(), row.data(), cells, cell_bytes);
    } else if (predictor == Predictor::horizontal) {
        switch (cell_bytes) {
            case 1:
                return sum_along<std::uint8_t>(row.data(), row.data(), cells);
            case 2:
                return sum_along<std::uint16_t>(row.data(), row.data(), cells);
            case 4:
                return sum_along<std::uint32_t>(row.data(), row.data(), cells);
            case 8:
                return sum_along<std::uint64_t>(row.data(), row.data(), cells);
            default:
                assert(false);
        }
    }
}

}  // namespace papar
