#include "engine/study/raster_section.hpp"

namespace papar {

RasterInput read_raster(const Section& section, const std::filesystem::path& folder) {
    constexpr int most_bands = 65535;  // TIFF counts samples in 16 bits
    RasterInput raster;
    raster.name = section.text("file");
    raster.path = folder / raster.name;
    raster.band = section.integer("band", 1, 1, most_bands);
    raster.where = section.place("file");
    raster.assume_crs = section.text("assume_crs", "");
    raster.nodata = section.optional_numbers("nodata");
    return raster;
}

}  // namespace papar
