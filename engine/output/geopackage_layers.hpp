// The GeoPackage's layer and tables, written with OGR.
#pragma once

#include "engine/output/map_style.hpp"
#include "engine/output/table.hpp"
#include "engine/zones/zone.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace papar {

// The GeoPackage shows this time instead of the clock's, so that equal results are equal files.
inline constexpr const char* geopackage_time = "2000-01-01T00:00:00.000Z";

// A layer of multipolygons or of points: a table, the shape or point of each of its rows, and its styles, the default
// first.
struct MapLayer {
    Table table;
    std::function<const Shape&(std::size_t row)> shape;  // none: a layer of points
    std::vector<MapStyle> styles = {};
    std::function<Vertex(std::size_t row)> point = nullptr;
};

// A new GeoPackage with `layers` in one CRS (WKT; may be empty) and the other tables as attribute tables. A file that
// could not be finished is left for the caller to remove. Throws an Error of kind output.
void write_geopackage_layers(const std::filesystem::path& path, const std::string& crs_wkt,
                             const std::vector<MapLayer>& layers, const std::vector<Table>& tables);

// Adds an attribute table to a finished GeoPackage. Throws an Error of kind output.
void add_geopackage_table(const std::filesystem::path& path, const Table& table);

}  // namespace papar
