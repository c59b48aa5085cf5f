// The tiles above the groups a pyramid is built of, completed as the groups arrive.
#pragma once

#include "engine/tiles/pixel_tile.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace papar {

template <typename Pixel>
class UpperTiles {
public:
    using Reduce = std::function<PixelTile<Pixel>(const ChildTiles<Pixel>&)>;
    using Emit = std::function<void(const Tile&, const PixelTile<Pixel>&)>;

    // Tiles of zoom min_zoom and deeper are given to `emit`.
    UpperTiles(int min_zoom, Reduce reduce, Emit emit)
        : min_zoom_(min_zoom), reduce_(std::move(reduce)), emit_(std::move(emit)) {}

    // Tiles of one zoom, in the order of their ids, so that a parent is complete when a child of another one comes.
    void add(const Tile& tile, PixelTile<Pixel> pixels) {
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
        std::array<PixelTile<Pixel>, 4> children;  // empty: no tile
    };

    void close(std::size_t zoom) {
        const Open done = std::move(*open_[zoom]);
        open_[zoom].reset();
        ChildTiles<Pixel> children{};
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i] = done.children[i].empty() ? nullptr : &done.children[i];
        }
        PixelTile<Pixel> pixels = reduce_(children);
        emit_(done.parent, pixels);
        add(done.parent, std::move(pixels));
    }

    int min_zoom_;
    Reduce reduce_;
    Emit emit_;
    std::vector<std::optional<Open>> open_;  // by the children's zoom
};

}  // namespace papar
