// A raster file as the calculation sees it: a RasterSource, north-up, nodata resolved.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/raster_description.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace papar {

struct TiffLayout;

enum class Decoder {
    automatic,  // papar's own decoder for plain TIFF, GDAL for everything else: the same values either way
    gdal,       // GDAL always: for tests and measurements
};

// GeoTIFF (COG included), ASCII grid or Erdas Imagine. Rows stored from south to north are turned over on
// reading. Nodata is the declared value compared in the band's own type, every NaN, and what a mask or alpha band
// hides; scale and offset are applied to what is left. A valid infinite cell is an Error of kind `input`.
// Holds no open GDAL handle; readers open their own and keep the file's description alive.
class RasterFile : public RasterSource, public std::enable_shared_from_this<RasterFile> {
    struct Private {};

public:
    // Opens, checks, describes. Throws an Error of kind `input` with one sentence; see describe_raster.
    static std::shared_ptr<const RasterFile> open(const RasterInput& input, Decoder decoder = Decoder::automatic);
    RasterFile(Private, const RasterInput& input, Decoder decoder);

    [[nodiscard]] const std::string& name() const override { return raster_.input.name; }
    [[nodiscard]] const Grid& grid() const override { return raster_.grid; }
    [[nodiscard]] CellType type() const override { return raster_.rule.delivered(); }
    [[nodiscard]] std::int64_t tile_cols() const override { return raster_.block_cols; }
    [[nodiscard]] std::int64_t tile_rows() const override { return raster_.block_rows; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

    [[nodiscard]] const std::string& crs_wkt() const { return raster_.crs_wkt; }  // WKT2:2019
    [[nodiscard]] const std::string& declared_crs() const { return raster_.declared_crs; }
    [[nodiscard]] const RasterFacts& facts() const { return raster_.facts; }
    // The files that determine the values and their place, the raster itself first: for hashing.
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return raster_.files; }

private:
    RasterDescription raster_;
    std::shared_ptr<const TiffLayout> layout_;  // null: GDAL reads
};

}  // namespace papar
