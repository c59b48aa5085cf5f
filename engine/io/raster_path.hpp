// Which files a raster's name stands for.
#pragma once

#include "engine/io/input_settings.hpp"

#include <filesystem>
#include <vector>

class GDALDataset;

namespace papar {

// Throws an Error of kind `input` unless the path is a file or a file inside one local zip archive
// ("/vsizip/archive.zip/file.tif"): other virtual file systems of GDAL reach the network or other programs.
void check_raster_path(const RasterInput& input);

// The files that determine the raster's values and place: the file itself (for a zip the archive), then the side-cars
// that GDAL used (.prj, .aux.xml, .msk, world files), sorted. Overviews are left out: they are never read.
[[nodiscard]] std::vector<std::filesystem::path> files_behind(const RasterInput& input, GDALDataset& dataset);

}  // namespace papar
