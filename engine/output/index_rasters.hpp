// The index rasters as files: rasters/<name>.tif, Cloud Optimized GeoTIFF.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/grid/grid.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/risk/raster_sink.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace papar {

// No data in an index raster. NaN would do in QGIS; but not every program that reads GeoTIFF takes NaN for a value that
// a raster may declare, and all take this.
inline constexpr float no_index_in_file = -9999;

// Index rasters are Float32; class rasters Byte with colours and names of the values. Their cells are equal, as wide
// and high as a step of the analysis grid, from its north-west corner; on an uneven grid each takes the analysis cell
// that holds its centre. The same bytes for the same windows in any order and from any number of threads.
class IndexRasters final : public RasterSink {
public:
    // Makes `folder`/rasters. Throws an Error of kind output.
    IndexRasters(std::filesystem::path folder, std::vector<RasterLayer> layers, const Grid& grid, std::string crs_wkt,
                 Language language = Language::id);
    ~IndexRasters() override;

    // Throw an Error of kind output.
    void write_index(std::size_t layer, const Window& window, std::span<const float> cells) override;
    void write_classes(std::size_t layer, const Window& window, std::span<const std::uint8_t> cells) override;

    // Makes the files, several at a time on the threads of the task arena, after the last write. Returns their names
    // from `folder`, sorted: "rasters/<name>.tif", "rasters/<name>.qml", and "rasters/<name>.tif.aux.xml" where GDAL
    // keeps what GeoTIFF has no place for: the names of the values. Throws an Error of kind output, or interrupted when
    // `progress` (stage "rasters", unit "rasters"; may be empty) returns false.
    [[nodiscard]] std::vector<std::string> finish(const ProgressCallback& progress);

private:
    struct Raster;
    struct Axis;
    struct Place;

    [[nodiscard]] Place place_of(const Window& window) const;
    template <typename Cell, typename Convert>
    void write(std::size_t layer, const Window& window, std::span<const Cell> cells, Cell nodata, Convert convert);
    void make_file(Raster& raster, int threads, const std::function<bool()>& go_on) const;

    std::filesystem::path folder_;
    Grid grid_;    // of analysis
    Grid target_;  // of the rasters
    std::string crs_wkt_;
    Language language_;
    std::vector<std::unique_ptr<Raster>> rasters_;
};

}  // namespace papar
