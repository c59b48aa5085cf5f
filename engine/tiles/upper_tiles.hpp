// The tiles above the groups a pyramid is built of, completed as the groups arrive.
#pragma once

#include "engine/tiles/overview.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace papar {

class UpperTiles {
public:
    using Emit = std::function<void(const Tile&, const TilePixels&)>;

    // Tiles of zoom min_zoom and deeper are given to `emit`.
    UpperTiles(int min_zoom, int tile_pixels, Overview overview, Emit emit)
        : min_zoom_(min_zoom), tile_pixels_(tile_pixels), overview_(overview), emit_(std::move(emit)) {}

    // Tiles of one zoom, in the order of their ids, so that a parent is complete when a child of another one comes.
    void add(const Tile& tile, TilePixels pixels) {
        if (tile.zoom <= min_zoom_) return;
        const auto zoom = static_cast<std::size_t>(tile.zoom);
        if (open_.size() <= zoom) open_.resize(zoom + 1);
        if (open_[zoom] && open_[zoom]->parent != tile.parent()) close(zoom);
        if (!open_[zoom]) open_[zoom] = Open{tile.parent(), {}};
        open_[zoom]->children[(tile.y % 2) * 2 + tile.x % 2] = std::move(pixels);
    }
    // After the last one.
    void finish() {
        for (std::size_t zoom = open_.size(); zoom-- > 0;) {
            if (open_[zoom]) close(zoom);
        }
    }

private:
    struct Open {
        Tile parent;
        std::array<TilePixels, 4> children;  // empty: no tile
    };

    void close(std::size_t zoom) {
        const Open done = std::move(*open_[zoom]);
        open_[zoom].reset();
        ChildTiles children{};
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i] = done.children[i].empty() ? nullptr : &done.children[i];
        }
        TilePixels pixels = reduced_tile(children, tile_pixels_, overview_);
        emit_(done.parent, pixels);
        add(done.parent, std::move(pixels));
    }

    int min_zoom_;
    int tile_pixels_;
    Overview overview_;
    Emit emit_;
    std::vector<std::optional<Open>> open_;  // by the children's zoom
};

}  // namespace papar
