#include "engine/io/gdal_handles.hpp"

#include <gdal_frmts.h>

#include <array>

namespace papar {

namespace {

constexpr std::array<const char*, 4> raster_drivers = {"GTiff", "AAIGrid", "HFA", nullptr};

// Only these are registered: GDAL opens side-cars (.msk) with any driver it knows.
void register_raster_drivers() {
    static const bool once = [] {
        GDALRegister_GTiff();
        GDALRegister_AAIGrid();
        GDALRegister_HFA();
        return true;
    }();
    static_cast<void>(once);
}

}  // namespace

GdalDataset open_raster_dataset(const char* path) {
    register_raster_drivers();
    return GdalDataset{
        GDALDataset::Open(path, GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, raster_drivers.data())};
}

}  // namespace papar
