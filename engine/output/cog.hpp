// Cloud Optimized GeoTIFF, written with GDAL's COG driver.
#pragma once

#include <cpl_string.h>
#include <gdal_priv.h>

#include <filesystem>
#include <functional>

namespace papar {

// How papar's rasters are written: options of the COG driver.
[[nodiscard]] CPLStringList cog_options(bool classes, int threads);

// Copies `source` (one band; Byte: classes, else an index) with overviews. The same bytes for any number of `threads`.
// `go_on` is asked now and then. Throws an Error of kind output that names the file and GDAL's reason, or interrupted
// when `go_on` has returned false.
void write_cog(GDALDataset& source, const std::filesystem::path& path, int threads, const std::function<bool()>& go_on);

}  // namespace papar
