// Mapbox Vector Tile 2.1: bytes of one tile.
#pragma once

#include "engine/tiles/arc_points.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace papar {

// Integers are written as uint, negative ones as sint.
using TagValue = std::variant<std::int64_t, double, bool, std::string>;

// A key and a value by their places in the layer's lists.
struct MvtTag {
    std::uint32_t key = 0, value = 0;
};

enum class MvtGeometry : std::uint32_t { points = 1, polygons = 3 };  // the specification's GeomType

struct MvtFeature {
    std::uint64_t id = 0;
    MvtGeometry geometry = MvtGeometry::polygons;
    // Polygons: rings as arc_rings.hpp orders them, none without area. Points: one ring, the points.
    std::span<const GridRing> rings;
    std::span<const MvtTag> tags;  // unknown values are absent
};

struct MvtLayer {
    std::string_view name;  // unique in the tile
    // Those that no feature uses are left out. Each value is there once.
    std::span<const std::string> keys;
    std::span<const TagValue> values;
    std::vector<MvtFeature> features;
};

// Uncompressed. Layers without features are left out; nothing at all where no layer is left.
[[nodiscard]] std::string encode_mvt(std::span<const MvtLayer> layers);

}  // namespace papar
