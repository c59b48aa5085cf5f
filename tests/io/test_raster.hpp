// Small raster files made with GDAL, and whole rasters read back through a RasterSource.
#pragma once

#include "engine/base/error.hpp"
#include "engine/io/raster_file.hpp"

#include "tests/support/scratch_folder.hpp"
#include <cpl_string.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace papar::test {

struct TestRaster {
    int cols = 5;
    int rows = 4;
    int bands = 1;
    GDALDataType type = GDT_Float32;
    std::vector<std::string> options;  // creation options of GDAL's GTiff driver
    std::optional<double> nodata;
    std::array<double, 6> transform = {106.0, 0.5, 0, -6.0, 0, -0.5};
    std::string crs = "EPSG:4326";
    std::function<double(int band, int col, int row)> value = [](int, int, int) { return 1.0; };
    std::function<void(GDALDataset&)> finish = [](GDALDataset&) {};  // anything else the file shall have
};

// Writes a GeoTIFF; fails the test when GDAL refuses.
void write_tiff(const std::filesystem::path& path, const TestRaster& raster);

RasterInput input_of(const std::filesystem::path& path, int band = 1);

std::string file_bytes(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

// All cells, row by row from the north, widened to double; read in one window.
std::vector<double> whole(const RasterSource& source);
std::vector<double> whole(const std::filesystem::path& path, Decoder decoder = Decoder::automatic);

// NaN equals NaN; everything else bit by bit.
void expect_same_bits(const std::vector<double>& got, const std::vector<double>& expected);

// The sentence of the input error that `action` throws; empty, and a failure, when it throws none.
std::string input_error(const std::function<void()>& action);

}  // namespace papar::test
