// The bytes of one vector tile.
#pragma once

#include "engine/tiles/mvt_encode.hpp"
#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/vector_layer.hpp"
#include "engine/tiles/vector_zoom.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace papar {

// What the tiles of a zoom say of its features and labels, whatever the tile. Features count through the visible
// layers.
struct TileWords {
    using Tags = std::vector<std::pair<std::uint32_t, TagValue>>;
    struct Layer {
        std::string name;
        std::vector<std::string> keys;
        std::uint32_t first_feature = 0, features = 0;
        bool labels = false;
    };
    std::vector<Layer> layers;            // polygons, then their labels
    std::vector<std::uint64_t> ids;       // of features
    std::vector<Tags> polygon_tags;       // of features
    std::vector<Tags> label_tags;         // of labels
    std::vector<GridPoint> label_points;  // in units of the zoom
    std::vector<std::uint32_t> label_feature;
};

// Reads the tables, row by row. `zoom` scales the labels.
[[nodiscard]] TileWords tile_words(std::span<const VectorLayer* const> layers, MapCoordinates coordinates, int zoom);

struct EncodedTile {
    TileBytes bytes;          // gzipped; empty where the tile has nothing
    std::size_t dropped = 0;  // features left out for the size
    std::size_t stray_holes = 0;
};

// Features beyond `most_bytes` are left out, the smallest in the tile first, a tenth at a time; labels stay.
[[nodiscard]] EncodedTile encoded_tile(const TileContent& content, const TileWords& words, std::size_t most_bytes);

}  // namespace papar
