#include "tests/io/test_raster.hpp"

#include <cpl_string.h>
#include <gdal_frmts.h>
#include <ogr_spatialref.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <iterator>

namespace papar::test {

void write_tiff(const std::filesystem::path& path, const TestRaster& raster) {
    GDALRegister_GTiff();
    CPLStringList options;
    for (const std::string& option : raster.options) {
        options.AddString(option.c_str());
    }
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* dataset =
        driver->Create(path.c_str(), raster.cols, raster.rows, raster.bands, raster.type, options.List());
    ASSERT_NE(dataset, nullptr) << path;
    std::array<double, 6> transform = raster.transform;
    if (transform[1] != 0) {
        dataset->SetGeoTransform(transform.data());
    }
    if (!raster.crs.empty()) {
        OGRSpatialReference crs;
        ASSERT_EQ(crs.SetFromUserInput(raster.crs.c_str()), OGRERR_NONE);
        dataset->SetSpatialRef(&crs);
    }
    for (int band = 1; band <= raster.bands; ++band) {
        if (raster.nodata) {
            dataset->GetRasterBand(band)->SetNoDataValue(*raster.nodata);
        }
        std::vector<double> row(static_cast<std::size_t>(raster.cols));
        for (int y = 0; y < raster.rows; ++y) {
            for (int x = 0; x < raster.cols; ++x) {
                row[static_cast<std::size_t>(x)] = raster.value(band, x, y);
            }
            ASSERT_EQ(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, y, raster.cols, 1, row.data(), raster.cols, 1,
                                                             GDT_Float64, 0, 0, nullptr),
                      CE_None);
        }
    }
    raster.finish(*dataset);
    GDALClose(dataset);
}

RasterInput input_of(const std::filesystem::path& path, int band) {
    return {path.filename().native(), path, band, "study.toml:3:8", "", {}};
}

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<double> whole(const RasterSource& source) {
    CellBlock block;
    source.reader()->read({0, 0, source.grid().cols, source.grid().rows}, block);
    std::vector<double> cells;
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            cells.push_back(block.at(col, row));
        }
    }
    return cells;
}

std::vector<double> whole(const std::filesystem::path& path, Decoder decoder) {
    return whole(*RasterFile::open(input_of(path), decoder));
}

void expect_same_bits(const std::vector<double>& got, const std::vector<double>& expected) {
    ASSERT_EQ(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        const bool same = std::isnan(expected[i])
                              ? std::isnan(got[i])
                              : std::bit_cast<std::uint64_t>(got[i]) == std::bit_cast<std::uint64_t>(expected[i]);
        ASSERT_TRUE(same) << "cell " << i << ": " << got[i] << " instead of " << expected[i];
    }
}

std::string input_error(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

}  // namespace papar::test
