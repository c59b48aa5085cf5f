#include "tools/papar/file_description.hpp"

#include "engine/grid/grid.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/io/vector_info.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

Json raster_json(const std::filesystem::path& path) {
    const auto raster = RasterFile::open({path.string(), path, 1, "", "", {}});
    const Grid& grid = raster->grid();
    const RasterFacts& facts = raster->facts();
    Json json = {{"file", path.string()},
                 {"format", facts.driver},
                 {"bands", facts.bands},
                 {"data_type", facts.data_type},
                 {"compression", facts.compression},
                 {"nodata", nullptr},
                 {"mask", facts.mask},
                 {"scale", facts.scale},
                 {"offset", facts.offset},
                 {"cols", grid.cols},
                 {"rows", grid.rows},
                 {"cell_width", grid.dx},
                 {"cell_height", grid.dy},
                 {"west", grid.x0},
                 {"north", grid.y0},
                 {"east", grid.x_of(static_cast<double>(grid.cols))},
                 {"south", grid.y_of(static_cast<double>(grid.rows))},
                 {"south_up", facts.south_up},
                 {"block_cols", raster->tile_cols()},
                 {"block_rows", raster->tile_rows()},
                 {"missing_blocks", nullptr},
                 {"crs", crs_label(raster->crs_wkt())}};
    if (facts.nodata) {
        json["nodata"] = *facts.nodata;
    }
    if (facts.missing_blocks) {
        json["missing_blocks"] = *facts.missing_blocks;
    }
    return json;
}

Json vector_json(const std::filesystem::path& path) {
    Json layers = Json::array();
    for (const VectorLayerInfo& layer : vector_layers(path, path.string())) {
        Json fields = Json::object();
        for (const VectorField& field : layer.fields) {
            fields[field.name] = field.type;
        }
        layers.push_back({{"name", layer.name},
                          {"geometry", layer.geometry},
                          {"features", layer.features},
                          {"crs", layer.crs},
                          {"columns", fields}});
    }
    return {{"file", path.string()}, {"layers", layers}};
}

}  // namespace

Json describe_file(const std::string& file) {
    // The formats that hold zones; everything else is taken for a raster.
    constexpr std::array<std::string_view, 5> vector_extensions = {".gpkg", ".shp", ".geojson", ".json", ".fgb"};
    const std::filesystem::path path = file;
    const bool is_vector = std::ranges::find(vector_extensions, path.extension().string()) != vector_extensions.end();
    return is_vector ? vector_json(path) : raster_json(path);
}

}  // namespace papar
