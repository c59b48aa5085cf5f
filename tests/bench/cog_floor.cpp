// The floor of a run with index rasters: plain GDAL calls in one process that read every input once and write the same
// Cloud Optimized GeoTIFFs, with GDAL's own threads.
//
//     cog_floor [--threads N] --rasters FOLDER --out FOLDER INPUT...
//
// FOLDER of --rasters holds the finished rasters of a run: the values to write. Each is brought into memory first,
// which is not timed. Prints one line of JSON: the seconds, and those of reading the inputs.
#include "engine/output/cog.hpp"

#include "tests/bench/read_blocks.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using bench::Dataset;
using bench::fail;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// With all that the file says of itself but its overviews.
Dataset in_memory(const fs::path& path) {
    const Dataset file = bench::open_raster(path.string());
    Dataset copy(
        GetGDALDriverManager()->GetDriverByName("MEM")->CreateCopy("", file.get(), FALSE, nullptr, nullptr, nullptr));
    if (!copy) fail("cannot read " + path.string());
    return copy;
}

double write(GDALDataset& values, const fs::path& path, int threads) {
    const bool classes = values.GetRasterBand(1)->GetRasterDataType() == GDT_Byte;
    const auto start = std::chrono::steady_clock::now();
    const Dataset made(GetGDALDriverManager()->GetDriverByName("COG")->CreateCopy(
        path.c_str(), &values, FALSE, papar::cog_options(classes, threads).List(), nullptr, nullptr));
    if (!made) fail("cannot write " + path.string());
    return seconds_since(start);
}

}  // namespace

int main(int argc, char** argv) {
    int threads = 1;
    fs::path rasters, out;
    std::vector<std::string> inputs;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool more = i + 1 < argc;
        if (word == "--threads" && more) {
            threads = std::max(1, std::atoi(argv[++i]));
        } else if (word == "--rasters" && more) {
            rasters = argv[++i];
        } else if (word == "--out" && more) {
            out = argv[++i];
        } else {
            inputs.emplace_back(word);
        }
    }
    if (rasters.empty() || out.empty()) fail("usage: cog_floor [--threads N] --rasters FOLDER --out FOLDER INPUT...");

    GDALRegister_GTiff();
    GDALRegister_COG();
    GDALRegister_MEM();
    CPLSetConfigOption("GDAL_NUM_THREADS", std::to_string(threads).c_str());  // of the overviews
    fs::create_directories(out);
    const auto start = std::chrono::steady_clock::now();
    bench::read_all_blocks(inputs, static_cast<unsigned>(threads));
    const double reading = seconds_since(start);
    double writing = 0;
    int files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(rasters)) {
        if (entry.path().extension() != ".tif") continue;
        const Dataset values = in_memory(entry.path());
        writing += write(*values, out / entry.path().filename(), threads);
        ++files;
    }
    std::printf("{\"threads\": %d, \"rasters\": %d, \"seconds\": %.4f, \"reading_seconds\": %.4f}\n", threads, files,
                reading + writing, reading);
}
