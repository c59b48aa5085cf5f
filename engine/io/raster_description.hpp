// What opening a raster finds out about it, before any cell is read.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/window.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/raster_cells.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// For people who ask about a file; the calculation does not look at it.
struct RasterFacts {
    std::string driver;  // GDAL's short name: "GTiff", "AAIGrid", "HFA"
    int bands = 0;
    std::string data_type;              // GDAL's name of the band's type: "Float32"
    std::string compression = "none";   // as the driver names it: "DEFLATE"
    std::optional<std::string> nodata;  // declared nodata value
    std::vector<std::string> categories;  // names of the values 0, 1, 2, ...; empty where the file has none
    std::string mask = "none";          // "none", "mask" (internal or .msk), "alpha"
    double scale = 1;
    double offset = 0;
    bool south_up = false;     // rows are stored from south to north
    bool own_decoder = false;  // read by papar's own TIFF decoder instead of GDAL
    // Tiles or strips never written: they read as nodata, or as 0 where none is declared. A copy that ran out of
    // disk looks like this. Known only with the own decoder.
    std::optional<std::int64_t> missing_blocks;
};

struct RasterDescription {
    RasterInput input;
    Grid grid;                    // north-up, whatever the file's row order
    std::int64_t block_cols = 0;  // the file's own tile or strip
    std::int64_t block_rows = 0;
    CellRule rule;
    bool masked = false;        // cells are valid or not by a mask or alpha band
    StoredCell missing_cell{};  // what GDAL returns for the cells of blocks never written
    std::string crs_wkt;        // WKT2:2019
    std::string declared_crs;   // what the file says, whatever the study assumes; empty: nothing
    std::vector<std::filesystem::path> files;
    RasterFacts facts;

    [[nodiscard]] std::int64_t blocks_across() const { return (grid.cols + block_cols - 1) / block_cols; }
    [[nodiscard]] std::int64_t blocks_down() const { return (grid.rows + block_rows - 1) / block_rows; }
    // The stored cells of a block that lie inside the raster; rows as stored.
    [[nodiscard]] Window block_window(std::int64_t block_col, std::int64_t block_row) const;
};

// Opens, checks and describes. Throws an Error of kind `input` with a sentence when the file is missing, no raster, or
// unfit: no or rotated georeference, no CRS, no such band, complex numbers, absurd sizes.
[[nodiscard]] RasterDescription describe_raster(const RasterInput& input);

}  // namespace papar
