// Pixels to tiles of the set: equal ones are found by fingerprint and encoded once.
#pragma once

#include "engine/tiles/content_hash.hpp"
#include "engine/tiles/tile_image.hpp"
#include "engine/tiles/tile_set.hpp"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace papar {

// Numbers of contents in the order they are met. Shared by threads.
class ContentNumbers {
public:
    struct Number {
        std::uint32_t value = 0;
        bool is_new = false;  // the caller is the one to encode it
    };

    Number operator()(const ContentHash& hash) {
        const std::lock_guard lock(mutex_);
        const auto [at, is_new] = numbers_.try_emplace(hash, next_);
        next_ += is_new ? 1 : 0;
        return {at->second, is_new};
    }
    // A content that an earlier program numbered and encoded.
    void know(const ContentHash& hash, std::uint32_t number) {
        numbers_.emplace(hash, number);
        next_ = std::max(next_, number + 1);
    }

private:
    std::mutex mutex_;
    std::unordered_map<ContentHash, std::uint32_t> numbers_;
    std::uint32_t next_ = 0;
};

struct EncodedContent {
    std::uint32_t number = 0;
    ContentHash hash;
    TileBytes bytes;
};

// Tiles on their way into the set.
struct EncodedTiles {
    std::vector<std::pair<Tile, std::uint32_t>> tiles;
    std::vector<EncodedContent> contents;

    template <typename Pixel>
    void encode(const Tile& tile, const std::vector<Pixel>& pixels, int tile_pixels, const TileImage& image,
                ContentNumbers& numbers) {
        const ContentHash hash = content_hash(std::as_bytes(std::span(pixels)));
        const ContentNumbers::Number number = numbers(hash);
        tiles.emplace_back(tile, number.value);
        if (number.is_new) {
            contents.push_back({number.value, hash, image.encoded(std::span(pixels), tile_pixels)});
        }
    }
    void append(EncodedTiles&& others) {
        tiles.insert(tiles.end(), others.tiles.begin(), others.tiles.end());
        std::ranges::move(others.contents, std::back_inserter(contents));
        others = {};
    }
    void move_to(TileSet& set) {
        for (const auto& [tile, number] : tiles) set.add_tile(tile, number);
        for (const EncodedContent& content : contents) set.add_content(content.number, content.bytes);
        *this = {};
    }
};

}  // namespace papar
