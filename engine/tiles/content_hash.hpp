// A fingerprint of bytes: of a tile's pixels, to find equal tiles before they are encoded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>

namespace papar {

// 128 bits: among a billion tiles two different ones share a fingerprint with a chance of 1 in 10^20.
struct ContentHash {
    std::uint64_t a = 0;
    std::uint64_t b = 0;

    bool operator==(const ContentHash&) const = default;
};

// Two lanes of folded 64 x 64 bit products (the mixing step of wyhash), each with constants of its own.
// The number of bytes is a multiple of 8.
[[nodiscard]] inline ContentHash content_hash(std::span<const std::byte> bytes) {
    const auto folded = [](std::uint64_t x, std::uint64_t y) {
        const auto product = static_cast<unsigned __int128>(x) * y;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    ContentHash hash{0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL};
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        hash.a = folded(hash.a ^ word, 0x8ebc6af09c88c6e3ULL) + word;
        hash.b = folded(hash.b ^ word, 0x589965cc75374cc3ULL) ^ (hash.b << 1);
    }
    return {folded(hash.a, 0x1d8e4e27c47d124fULL), folded(hash.b ^ bytes.size(), 0xeb44accab455d165ULL)};
}

}  // namespace papar

template <>
struct std::hash<papar::ContentHash> {
    std::size_t operator()(const papar::ContentHash& content) const noexcept { return content.a; }
};
