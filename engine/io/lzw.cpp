#include "engine/io/lzw.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace papar {

namespace {

constexpr std::uint32_t clear_code = 256;
constexpr std::uint32_t end_code = 257;
constexpr std::uint32_t first_string = 258;
constexpr std::uint32_t codes = 4096;
constexpr std::size_t group = lzw_slack;

// The one-byte strings, with room to copy a whole group from the last one.
constexpr auto literals = [] {
    std::array<std::byte, 256 + group> bytes{};
    for (std::size_t i = 0; i < 256; ++i) {
        bytes[i] = static_cast<std::byte>(i);
    }
    return bytes;
}();

// Codes from a stream of bits. Behind the end it delivers zeros; `exhausted` tells.
class CodeReader {
public:
    explicit CodeReader(std::span<const std::byte> in) : next_(in.data()), end_(in.data() + in.size()) {}

    std::uint32_t take(unsigned width) {
        refill();
        const auto code = static_cast<std::uint32_t>(bits_ >> (64 - width));
        bits_ <<= width;
        held_ -= static_cast<int>(width);  // below zero when the stream is over
        return code;
    }
    [[nodiscard]] bool exhausted() const { return held_ < 0; }

private:
    // Fills up to 56 bits or more, the next one at the top. Bits beyond the counted ones are those of the next byte:
    // filling up sets them again to the same.
    void refill() {
        if (end_ - next_ >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, next_, 8);
            if constexpr (std::endian::native == std::endian::little) {
                word = __builtin_bswap64(word);
            }
            bits_ |= word >> held_;
            next_ += (63 - held_) / 8;
            held_ |= 56;  // the same as adding 8 for every byte taken
            return;
        }
        while (held_ < 56 && next_ != end_) {
            bits_ |= static_cast<std::uint64_t>(std::to_integer<std::uint8_t>(*next_++)) << (56 - held_);
            held_ += 8;
        }
    }

    const std::byte* next_;
    const std::byte* end_;
    std::uint64_t bits_ = 0;
    int held_ = 0;
};

// A string is a piece of the output already written: the previous string and the byte after it.
struct String {
    std::uint32_t start;
    std::uint32_t length;
};

// In whole groups, beyond the end if need be; byte by byte where the string repeats itself within a group.
void copy_string(const std::byte* from, std::byte* to, std::size_t length, bool short_period) {
    if (short_period) {
        for (std::size_t i = 0; i < length; ++i) {
            to[i] = from[i];
        }
        return;
    }
    std::memcpy(to, from, group);
    for (std::size_t i = group; i < length; i += group) {
        std::memcpy(to + i, from + i, group);
    }
}

}  // namespace

std::size_t decode_lzw(std::span<const std::byte> in, std::span<std::byte> out, std::size_t wanted) {
    assert(out.size() >= wanted + lzw_slack);
    std::array<String, codes> strings;  // NOLINT(*-member-init): no code is looked up before it is made
    std::fill(strings.begin(), strings.begin() + 256, String{0, 1});
    CodeReader reader(in);
    std::byte* const begin = out.data();
    std::size_t made = 0;
    std::uint32_t next = first_string;
    unsigned width = 9;
    std::size_t previous_length = 0;  // 0: the last code was a clear

    while (made < wanted) {
        const std::uint32_t code = reader.take(width);
        if (reader.exhausted() || code == end_code) {
            break;
        }
        if (code == clear_code) {
            next = first_string;
            width = 9;
            previous_length = 0;
            continue;
        }
        // The string this code completes: the previous one and the first byte of this one, which stands behind it.
        if (previous_length != 0 && next < codes) {
            strings[next] = {static_cast<std::uint32_t>(made - previous_length),
                             static_cast<std::uint32_t>(previous_length + 1)};
            ++next;
            if (next + 1 == (1U << width) && width < 12) {
                ++width;
            }
        }
        if (code >= next) {
            break;
        }
        const String string = strings[code];
        const std::byte* from = code < 256 ? literals.data() + code : begin + string.start;
        const std::size_t length = std::min<std::size_t>(string.length, wanted - made);
        std::byte* to = begin + made;
        // The string just begun repeats itself, with the period of the previous one.
        copy_string(from, to, length, code + 1 == next && previous_length < group);
        made += length;
        previous_length = string.length;
    }
    return made;
}

}  // namespace papar
