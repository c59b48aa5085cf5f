// True lengths of segments.
#pragma once

#include "engine/io/crs_operation.hpp"
#include "engine/io/geographic_crs.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace papar {

// Lengths of geodesics on the ellipsoid of a CRS, by GeographicLib's algorithm in PROJ (Karney 2013: to 15 nm). Belongs
// to one thread; `clone` gives another thread its own.
class GeodesicLengths {
public:
    // `box` is in the CRS. Throws Error(input) when PROJ does not understand the CRS.
    GeodesicLengths(const std::string& crs_wkt, const Box& box);

    [[nodiscard]] GeodesicLengths clone() const;

    // Of each segment of the line, in metres. Throws Error(input) for a vertex without longitude and latitude.
    [[nodiscard]] std::vector<double> of(std::span<const Vertex> line) const;

private:
    explicit GeodesicLengths(GeographicCrs crs) : geographic_(std::move(crs)) {}

    GeographicCrs geographic_;
    std::unique_ptr<CrsOperation> operation_;  // none where the CRS is geographic itself
};

}  // namespace papar
