// The read floor: every block of every raster is read and decoded once through GDAL and thrown away. No program that
// reads its rasters through this GDAL can be faster; benchmarks state their times as ratios to it.
//
//     read_floor [--threads N] RASTER...
//
// Prints one line of JSON: the decoded bytes, the seconds and the sum of one byte of every block, which keeps the reads
// alive.
#include "tests/bench/read_blocks.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::string> paths;
    for (int i = 1; i < argc; ++i) {
        if (argv[i] == std::string_view("--threads") && i + 1 < argc) {
            threads = static_cast<unsigned>(std::max(1, std::atoi(argv[++i])));
        } else {
            paths.emplace_back(argv[i]);
        }
    }
    if (paths.empty()) bench::fail("usage: read_floor [--threads N] RASTER...");

    GDALRegister_GTiff();
    const auto start = std::chrono::steady_clock::now();
    const bench::BlocksRead read = bench::read_all_blocks(paths, threads);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("{\"threads\": %u, \"decoded_bytes\": %zu, \"seconds\": %.4f, \"sum\": %u}\n", threads, read.bytes,
                seconds.count(), read.sum);
}
