// A layer of polygons, points or lines cut by zones and cells: how much of each feature lies in each cell of a zone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct ExposurePiece {
    std::int32_t row = 0;  // cell of the analysis grid
    std::int32_t col = 0;
    std::uint32_t zone = 0;
    std::uint32_t feature = 0;
    double amount = 0;  // true m2 of a polygon, true metres of a line, 1 for a point
    double rupiah = 0;  // the share of the feature's value; 0 where the layer has no values
};

struct ExposureFeature {
    std::string name;
    std::string category;
    std::optional<double> value;        // rupiah
    double x = 0, y = 0;                // of a point, in the CRS of the analysis grid
    std::optional<std::uint32_t> zone;  // of a point; none: outside all zones
    // Cell of a point; negative: outside the analysis grid.
    std::int32_t row = -1;
    std::int32_t col = -1;
};

struct ExposurePieces {
    std::vector<ExposurePiece> pieces;      // by row, then column, then zone, then feature
    std::vector<ExposureFeature> features;  // in the layer's order
};

}  // namespace papar
