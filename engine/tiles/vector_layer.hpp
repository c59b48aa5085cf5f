// What goes into vector tiles.
#pragma once

#include "engine/output/table.hpp"
#include "engine/tiles/arc_segments.hpp"
#include "engine/zones/zone.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// One layer of polygons: "kecamatan". Shapes and table stay the caller's and outlive the work.
struct VectorLayer {
    std::string id;     // the layer's name in the tiles: [a-z][a-z0-9_]*, unique
    std::string title;  // for people, in the output's language
    int min_zoom = 0;   // 0 <= min_zoom <= max_zoom <= deepest_vector_zoom
    int max_zoom = 0;
    std::vector<const Shape*> shapes;  // valid; one for each row of the table
    std::vector<std::uint64_t> ids;    // parallel, unique, below 2^53; see feature_id
    const Table* attributes = nullptr;
    // Points of a second layer "<id>_label", parallel to the shapes; see label_places. Empty: no such layer.
    std::vector<Vertex> label_places;
    std::vector<std::string> label_columns;  // the table's columns that labels have too
};

// A feature's number by its code, the same in every run: the digits of a code of digits and dots ("31.74.06" is
// 317406), otherwise 52 bits of the code's FNV-1a hash, above 2^52.
[[nodiscard]] std::uint64_t feature_id(std::string_view code);

// A point inside the largest polygon of each valid shape, in the shapes' coordinates; in parallel. An empty shape has a
// point that is not finite, and no label.
[[nodiscard]] std::vector<Vertex> label_places(const std::vector<const Shape*>& shapes);

// The metadata's `vector_layers` of TileJSON, MBTiles and PMTiles: an array of {id, description, minzoom, maxzoom,
// fields, titles}, the labels' layers included. Field types are Number and String; titles are those of the columns.
[[nodiscard]] nlohmann::ordered_json vector_layers_json(const std::vector<VectorLayer>& layers);

}  // namespace papar
