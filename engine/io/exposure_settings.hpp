// What the study says of what is exposed beside people, and of capacity.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/io/population_settings.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace papar {

enum class ExposureKind {
    value,       // a raster of rupiah
    land_cover,  // a raster of classes
    polygons,    // their area
    points,      // counted, and listed by name
    lines,       // their length
};

// What a value raster's cells hold.
enum class ValueUnit {
    per_cell,     // rupiah in the cell
    per_hectare,  // rupiah per hectare of true area
};

struct ExposureInput {
    std::string id;  // [a-z][a-z0-9_]*, unique
    std::string title;
    std::string source;  // who made it, and when: "OpenStreetMap, 2024"; empty: not said
    ExposureKind kind = ExposureKind::value;
    RasterInput raster;  // value and land_cover
    ValueUnit unit = ValueUnit::per_cell;
    ZonesInput layer;       // polygons, points and lines: file, layer, name column, assume_crs
    ColumnInput category;   // points and lines: their kind ("SD", "jalan nasional"); empty: none
    ColumnInput value;      // points and polygons: rupiah of each; empty: none
    std::string parameter;  // the profile's parameter it feeds: "physical.public", "economic.land"; empty: none
    // land_cover: rupiah per hectare by class code ("economic.land"), and the cover type of the profile by class code
    // ("hutan_lindung"), for the environmental component.
    std::map<std::int64_t, double> rupiah_per_hectare;
    std::map<std::int64_t, std::string> cover;
};

// The two parts of capacity, each one number for all zones or a column of a table by zone code.
struct CapacityInput {
    std::optional<TableInput> table;
    ColumnInput code, ikd_column, ikm_column;
    std::optional<double> ikd, ikm;  // one for all zones, 0 to 1
};

}  // namespace papar
