// The shade of a terrain in slanting light, by GDAL's hillshade.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/io/raster_file.hpp"

#include <filesystem>
#include <memory>

namespace papar {

// Metres on the ground for one unit of the raster's coordinates, in its middle: the root of what a cell's true area is
// to its area in units, so that degrees, feet and the stretched metres of Web Mercator are all right. Degrees are not
// equally long both ways; up to 12 degrees of latitude the mean of the two is within 1 % of either.
[[nodiscard]] double ground_metres_per_unit(const RasterFile& raster);

// A file of shades on the terrain's grid: 0 no data, 1 to 255 one more than 254 times the cosine of the angle between
// the light, from the north-west at 45 degrees above the horizon, and what stands upright on the ground (Lambert); no
// light is 1. The slope is Horn's. Light from the north-west, where the sun never is, is what readers of maps expect:
// from below, valleys look like ridges.
class Hillshade {
public:
    // Writes `file`, which is gone with this. Throws Error(input) when the terrain cannot be read, Error(output) when
    // the shades cannot be written, Error(interrupted) when `progress` asks to stop.
    Hillshade(const RasterFile& terrain, std::filesystem::path file, const ProgressCallback& progress);
    Hillshade(const Hillshade&) = delete;
    Hillshade& operator=(const Hillshade&) = delete;
    ~Hillshade();

    [[nodiscard]] std::shared_ptr<const RasterFile> raster() const;

private:
    std::filesystem::path file_;
};

}  // namespace papar
