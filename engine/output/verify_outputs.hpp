// A second look at what was written, by other means than it was written with.
#pragma once

#include "engine/output/geopackage_layers.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// All throw an Error of kind output that says what is not as it should be.

// Opens the GeoPackage with SQLite: undamaged, every table with all its rows, the spatial index of each of `layers`
// complete.
void verify_geopackage(const std::filesystem::path& path, const std::vector<MapLayer>& layers,
                       const std::vector<Table>& tables);

// The same for one table that was added later.
void verify_geopackage_table(const std::filesystem::path& path, const std::string& name, std::size_t rows);

void verify_csv(const std::filesystem::path& path, const Table& table);

// Opens a raster: of this size, and laid out as a Cloud Optimized GeoTIFF.
void verify_cog(const std::filesystem::path& path, std::int64_t cols, std::int64_t rows);

void verify_json(const std::filesystem::path& path);

}  // namespace papar
