// Which layers and fields the vector tiles of an archive have, against those that its metadata names.
#pragma once

#include "engine/tiles/tile_matrix.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

class VectorLayerUse {
public:
    // Adds what a tile's features have. Of a tile that cannot be read only what comes before that: mvt_defect says what
    // is wrong with it.
    void add(const Tile& tile, std::span<const std::byte> gzipped);

    // A sentence for each layer and field of the tiles that `vector_layers` in the metadata, a JSON text, does not
    // name, and for each field with values of another type than it says: Number, Boolean or String, the latter also for
    // a field of several types (MBTiles 1.3). Other words for a type are a description (TileJSON 3.0.0).
    [[nodiscard]] std::vector<std::string> defects(std::string_view metadata) const;

private:
    // Where a layer, or a type of a field, was seen first.
    struct Layer {
        Tile first;
        std::map<std::string, std::map<std::string_view, Tile>> fields;  // by name, then type
    };
    void add_layer(const Tile& tile, std::string_view bytes);

    std::map<std::string, Layer> layers_;
};

}  // namespace papar
