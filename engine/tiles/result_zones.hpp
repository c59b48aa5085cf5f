// The zone layers of a finished result, read back from its GeoPackage.
#pragma once

#include "engine/output/table.hpp"
#include "engine/tiles/result_words.hpp"
#include "engine/tiles/tile_matrix.hpp"
#include "engine/zones/zone.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace papar {

// Its table and shapes stay where they are when it is moved.
struct ResultLayer {
    std::string name;           // of the GeoPackage's layer: "zona", "zona_kecamatan"
    std::string title;          // for people
    Table table;                // the columns of the map (map_columns), with the values and titles of the GeoPackage
    std::vector<Shape> shapes;  // one a row, valid, in metres of EPSG:3857
    std::vector<std::string> codes;  // one a row
};

struct ResultZones {
    std::vector<ResultLayer> layers;  // the finest first
    LonLatBox bounds;
};

// Throws Error(input) for a GeoPackage that is missing or damaged, layers without a coordinate system, and places that
// Web Mercator does not have.
[[nodiscard]] ResultZones read_result_zones(const std::filesystem::path& result, const ResultWords& words);

}  // namespace papar
