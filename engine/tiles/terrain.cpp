#include "engine/tiles/terrain.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace papar {

namespace {

// The Challenger Deep lies at -10,935 m, Mount Everest at 8,849 m.
constexpr double lowest_m = -11'000;
constexpr double highest_m = 9'000;

bool has_colours(const RasterFile& raster) {
    const GdalMessages messages;
    const GdalDataset file = open_raster_dataset(raster.files().front().c_str());
    return file && file->GetRasterBand(1)->GetColorTable() != nullptr;
}

void refuse_other_sorts(const RasterFile& raster) {
    const RasterFacts& facts = raster.facts();
    const char* instead = facts.bands > 1                                    ? "several bands, like a picture"
                          : facts.mask != "none"                             ? "a mask"
                          : !facts.categories.empty() || has_colours(raster) ? "classes with names or colours"
                                                                             : nullptr;
    if (instead == nullptr) return;
    throw error(
        ErrorKind::input,
        "{}: this is no elevation raster: it has {}; the terrain is one band of heights in metres, with a value "
        "for no data",
        raster.name(), instead);
}

// Whether the window has a height.
bool check_heights(const CellBlock& block, const Window& window, const RasterFile& raster) {
    bool any = false;
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            const double height = block.at(col, row);
            if (std::isnan(height)) continue;
            any = true;
            if (height < lowest_m || height > highest_m) {
                throw error(ErrorKind::input,
                            "{}: the cell in column {}, row {} holds {}, which is no height in metres; give an "
                            "elevation raster, and declare the value in the file if it stands for no data",
                            raster.name(), window.col + col, window.row + row, height);
            }
        }
    }
    return any;
}

}  // namespace

std::shared_ptr<const RasterFile> open_terrain(const TerrainInput& terrain) {
    const auto raster = RasterFile::open({terrain.name, terrain.path, 1, terrain.where, "", {}});
    refuse_other_sorts(*raster);
    const Grid& grid = raster->grid();
    const std::unique_ptr<RasterReader> reader = raster->reader();
    const std::int64_t rows_at_once = std::max<std::int64_t>(raster->tile_rows(), 64);
    CellBlock block;
    bool any = false;
    for (std::int64_t row = 0; row < grid.rows; row += rows_at_once) {
        const Window window{0, row, grid.cols, std::min(rows_at_once, grid.rows - row)};
        reader->read(window, block);
        any = (!block.all_nodata && check_heights(block, window, *raster)) || any;
    }
    if (!any) throw error(ErrorKind::input, "{}: no cell has a height; there is no relief to show", raster->name());
    return raster;
}

}  // namespace papar
