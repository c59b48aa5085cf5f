// The bytes of one vector tile.
#pragma once

#include "engine/tiles/mvt_encode.hpp"
#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/vector_layer.hpp"
#include "engine/tiles/vector_zoom.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace papar {

// What tiles say of their features and labels, whatever the tile and the zoom. Features count through the visible
// layers.
struct TileWords {
    using Tags = std::vector<MvtTag>;
    struct Layer {
        std::string name;
        std::vector<std::string> keys;
        std::vector<TagValue> values;  // each once
        std::uint32_t first_feature = 0, features = 0;
        bool labels = false;
    };
    std::vector<Layer> layers;         // polygons, then their labels
    std::vector<std::uint64_t> ids;    // of features
    std::vector<Tags> polygon_tags;    // of features
    std::vector<Tags> label_tags;      // of labels
    std::vector<Vertex> label_places;  // of labels, in the world square
    std::vector<std::uint32_t> label_feature;
};

// Reads the tables, row by row.
[[nodiscard]] TileWords tile_words(std::span<const VectorLayer* const> layers, MapCoordinates coordinates);

// In units of the zoom.
[[nodiscard]] std::vector<GridPoint> label_points(const TileWords& words, int zoom);

struct EncodedTile {
    TileBytes bytes;          // gzipped; empty where the tile has nothing
    std::size_t dropped = 0;  // features left out for the size
    std::size_t stray_holes = 0;
};

// `label_points` are those of the zoom. Features beyond `most_bytes` are left out, the smallest in the tile first, a
// tenth at a time; labels stay.
[[nodiscard]] EncodedTile encoded_tile(const TileContent& content, const TileWords& words,
                                       std::span<const GridPoint> label_points, std::size_t most_bytes);

}  // namespace papar
