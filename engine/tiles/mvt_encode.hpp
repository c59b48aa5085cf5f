// Mapbox Vector Tile 2.1: bytes of one tile.
#pragma once

#include "engine/tiles/arc_points.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace papar {

// Integers are written as uint, negative ones as sint.
using TagValue = std::variant<std::int64_t, double, bool, std::string>;

enum class MvtGeometry : std::uint32_t { points = 1, polygons = 3 };  // the specification's GeomType

struct MvtFeature {
    std::uint64_t id = 0;
    MvtGeometry geometry = MvtGeometry::polygons;
    // Polygons: rings as arc_rings.hpp orders them, none without area. Points: one ring, the points.
    std::span<const GridRing> rings;
    std::vector<std::pair<std::uint32_t, TagValue>> tags;  // key's index in the layer's keys; unknown values are absent
};

struct MvtLayer {
    std::string name;               // unique in the tile
    std::vector<std::string> keys;  // those no feature uses are left out
    std::vector<MvtFeature> features;
};

// Uncompressed. Layers without features are left out; nothing at all where no layer is left.
[[nodiscard]] std::string encode_mvt(std::span<const MvtLayer> layers);

}  // namespace papar
