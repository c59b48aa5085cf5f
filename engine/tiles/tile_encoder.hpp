// Pixels to tiles of the set: equal ones are found by fingerprint and encoded once.
#pragma once

#include "engine/tiles/class_tiles.hpp"
#include "engine/tiles/content_hash.hpp"
#include "engine/tiles/palette_png.hpp"
#include "engine/tiles/tile_set.hpp"

#include <cstdint>
#include <mutex>
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
        const auto [at, is_new] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(numbers_.size()));
        return {at->second, is_new};
    }

private:
    std::mutex mutex_;
    std::unordered_map<ContentHash, std::uint32_t> numbers_;
};

// Tiles on their way into the set.
struct EncodedTiles {
    std::vector<std::pair<Tile, std::uint32_t>> tiles;
    std::vector<std::pair<std::uint32_t, TileBytes>> contents;

    void encode(const Tile& tile, const TilePixels& pixels, int tile_pixels, const Palette& palette,
                ContentNumbers& numbers) {
        const ContentNumbers::Number number = numbers(content_hash(pixels));
        tiles.emplace_back(tile, number.value);
        if (number.is_new) {
            contents.emplace_back(number.value, palette_png(pixels, tile_pixels, palette));
        }
    }
    void move_to(TileSet& set) {
        for (const auto& [tile, content] : tiles) set.add_tile(tile, content);
        for (const auto& [content, bytes] : contents) set.add_content(content, bytes);
        tiles.clear();
        contents.clear();
    }
};

}  // namespace papar
