// GDAL datasets as owned values.
#pragma once

#include <gdal_priv.h>

#include <memory>

namespace papar {

struct GdalDatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<GDALDataset, GdalDatasetCloser>;

// Opens a raster read-only with the drivers papar allows and no other: a file that names further files (VRT) or
// a network service does not open whatever its name. Null when it cannot be opened; the reason is a GDAL message.
[[nodiscard]] GdalDataset open_raster_dataset(const char* path);

}  // namespace papar
