// How fast are blocks decoded? The own decoder against GDAL's ReadBlock, one thread, files in the page cache.
//
//     bench_decode [SIZE] [FOLDER]
//
// Makes SIZE x SIZE float32 rasters (default 5120: 105 MB of cells; 40 % nodata, a smooth field with sensor noise
// elsewhere) in tiles of 512 for each codec and predictor, and reads every tile three ways: GDAL's ReadBlock alone,
// RasterFile through GDAL, RasterFile with the own decoder. Prints MB of cells per second, the best of three,
// in processor time.
#include "engine/base/error.hpp"
#include "engine/io/raster_file.hpp"

#include <cpl_string.h>
#include <fmt/core.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace papar;

constexpr int tile = 512;

// Noise of a given cell, the same on every run: the fractional part of a large multiple.
float noise(std::uint32_t col, std::uint32_t row) {
    std::uint32_t h = col * 2654435761U ^ row * 2246822519U;
    h ^= h >> 15U;
    h *= 2654435761U;
    return static_cast<float>(h >> 8U) / 16777216.0F;
}

void make(const std::filesystem::path& path, int size, const std::string& codec, int predictor) {
    CPLStringList options;
    options.SetNameValue("TILED", "YES");
    options.SetNameValue("BLOCKXSIZE", std::to_string(tile).c_str());
    options.SetNameValue("BLOCKYSIZE", std::to_string(tile).c_str());
    options.SetNameValue("COMPRESS", codec.c_str());
    options.SetNameValue("PREDICTOR", std::to_string(predictor).c_str());
    GDALDataset* dataset = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), size, size, 1,
                                                                                    GDT_Float32, options.List());
    std::array<double, 6> transform = {106, 1.0 / 3600, 0, -6, 0, -1.0 / 3600};
    dataset->SetGeoTransform(transform.data());
    dataset->SetProjection(SRS_WKT_WGS84_LAT_LONG);
    dataset->GetRasterBand(1)->SetNoDataValue(-9999);
    std::vector<float> row(static_cast<std::size_t>(size));
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const float wave = std::sin(static_cast<float>(x) * 0.004F) * std::cos(static_cast<float>(y) * 0.003F);
            row[static_cast<std::size_t>(x)] =
                wave < -0.1F
                    ? -9999.0F
                    : 0.5F + 0.4F * wave + 0.001F * noise(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
        }
        if (dataset->GetRasterBand(1)->RasterIO(GF_Write, 0, y, size, 1, row.data(), size, 1, GDT_Float32, 0, 0,
                                                nullptr) != CE_None) {
            std::abort();
        }
    }
    GDALClose(dataset);
}

// Processor time: other work on the machine does not count.
double best_seconds(const std::function<void()>& action) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t start = std::clock();
        action();
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

void read_blocks(const std::filesystem::path& path) {
    auto* dataset = GDALDataset::Open(path.c_str(), GDAL_OF_RASTER);
    GDALRasterBand* band = dataset->GetRasterBand(1);
    std::vector<float> cells(static_cast<std::size_t>(tile) * tile);
    for (int row = 0; row < (band->GetYSize() + tile - 1) / tile; ++row) {
        for (int col = 0; col < (band->GetXSize() + tile - 1) / tile; ++col) {
            if (band->ReadBlock(col, row, cells.data()) != CE_None) {
                std::abort();
            }
        }
    }
    GDALClose(dataset);
}

void read_windows(const std::filesystem::path& path, Decoder decoder) {
    const auto file = RasterFile::open({path.native(), path, 1, "", "", {}}, decoder);
    const auto reader = file->reader();
    const Window all{0, 0, file->grid().cols, file->grid().rows};
    CellBlock block;
    for (std::int64_t row = 0; row < all.rows; row += tile) {
        for (std::int64_t col = 0; col < all.cols; col += tile) {
            reader->read(intersection({col, row, tile, tile}, all), block);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int size = argc > 1 ? std::atoi(argv[1]) : 5120;
    const std::filesystem::path folder = argc > 2 ? argv[2] : std::filesystem::temp_directory_path();
    const auto path = folder / "bench_decode.tif";
    GDALRegister_GTiff();
    const double megabytes = 4e-6 * size * size;
    fmt::print("{:<10}{:>10}{:>10}{:>14}{:>14}{:>14}{:>12}\n", "codec", "predictor", "file MB", "ReadBlock MB/s",
               "via GDAL MB/s", "own MB/s", "own/RdBlk");
    for (const char* codec : {"NONE", "LZW", "DEFLATE", "ZSTD"}) {
        for (const int predictor : {1, 2, 3}) {
            if (std::string(codec) == "NONE" && predictor != 1) {
                continue;
            }
            make(path, size, codec, predictor);
            const double floor = best_seconds([&] { read_blocks(path); });
            const double gdal = best_seconds([&] { read_windows(path, Decoder::gdal); });
            const double own = best_seconds([&] { read_windows(path, Decoder::automatic); });
            fmt::print("{:<10}{:>10}{:>10.1f}{:>14.0f}{:>14.0f}{:>14.0f}{:>12.2f}\n", codec, predictor,
                       1e-6 * static_cast<double>(std::filesystem::file_size(path)), megabytes / floor,
                       megabytes / gdal, megabytes / own, floor / own);
        }
    }
    std::filesystem::remove(path);
}
