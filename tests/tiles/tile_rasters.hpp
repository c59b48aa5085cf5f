// Rasters for the tests of tiles.
#pragma once

#include "engine/io/raster_file.hpp"
#include "engine/tiles/sampled_tiles.hpp"

#include <cpl_string.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace papar::test {

struct MadeRaster {
    int cols = 0;
    int rows = 0;
    std::string crs = "EPSG:4326";
    std::array<double, 6> transform = {};
    GDALDataType type = GDT_Byte;
    double nodata = 255;
    std::function<double(int col, int row)> value;
};

inline void make_raster(const std::filesystem::path& path, const MadeRaster& raster) {
    GDALRegister_GTiff();
    CPLStringList options;
    options.AddNameValue("TILED", "YES");
    options.AddNameValue("COMPRESS", "DEFLATE");
    GDALDataset* file = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), raster.cols, raster.rows,
                                                                                 1, raster.type, options.List());
    ASSERT_NE(file, nullptr);
    std::array<double, 6> transform = raster.transform;
    file->SetGeoTransform(transform.data());
    OGRSpatialReference crs;
    ASSERT_EQ(crs.SetFromUserInput(raster.crs.c_str()), OGRERR_NONE);
    file->SetSpatialRef(&crs);
    file->GetRasterBand(1)->SetNoDataValue(raster.nodata);
    std::vector<double> row(static_cast<std::size_t>(raster.cols));
    for (int y = 0; y < raster.rows; ++y) {
        for (int x = 0; x < raster.cols; ++x) row[static_cast<std::size_t>(x)] = raster.value(x, y);
        ASSERT_EQ(file->GetRasterBand(1)->RasterIO(GF_Write, 0, y, raster.cols, 1, row.data(), raster.cols, 1,
                                                   GDT_Float64, 0, 0, nullptr),
                  CE_None);
    }
    GDALClose(file);
}

inline ClassRaster class_raster(const std::filesystem::path& path, ClassScale scale) {
    return {RasterFile::open({path.filename().string(), path, 1, "the test", "", {}}), std::move(scale)};
}

}  // namespace papar::test
