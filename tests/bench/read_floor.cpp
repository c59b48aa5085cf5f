// The read floor: every block of every raster is read and decoded once through GDAL and thrown away. No program that
// reads its rasters through this GDAL can be faster; benchmarks state their times as ratios to it.
//
//     read_floor [--threads N] RASTER...
//
// Prints one line of JSON: the decoded bytes, the seconds and the sum of one byte of every block, which keeps the reads
// alive.
#include <gdal_priv.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

[[noreturn]] void fail(const std::string& sentence) {
    std::fprintf(stderr, "read_floor: %s\n", sentence.c_str());
    std::exit(1);
}

Dataset open_raster(const std::string& path) {
    const char* const drivers[] = {"GTiff", nullptr};
    Dataset dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
    if (!dataset) fail("cannot open " + path);
    return dataset;
}

// The unit of work: one row of blocks of one raster.
struct BlockRow {
    std::size_t raster;
    int row;
};

struct Layout {
    int columns, rows;
    std::size_t block_bytes;

    explicit Layout(GDALRasterBand& band) {
        int width = 0, height = 0;
        band.GetBlockSize(&width, &height);
        columns = (band.GetXSize() + width - 1) / width;
        rows = (band.GetYSize() + height - 1) / height;
        const auto cell_bytes = static_cast<std::size_t>(GDALGetDataTypeSizeBytes(band.GetRasterDataType()));
        block_bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * cell_bytes;
    }
};

// Takes rows of blocks until none is left, through this thread's own handles. ReadBlock goes straight into the buffer,
// past GDAL's block cache.
void read_rows(const std::vector<std::string>& paths, const std::vector<BlockRow>& work, std::atomic<std::size_t>& next,
               std::atomic<std::size_t>& bytes, std::atomic<unsigned>& sum) {
    std::vector<Dataset> open(paths.size());
    std::vector<unsigned char> block;
    for (std::size_t item = next++; item < work.size(); item = next++) {
        const auto [raster, row] = work[item];
        if (!open[raster]) open[raster] = open_raster(paths[raster]);
        GDALRasterBand& band = *open[raster]->GetRasterBand(1);
        const Layout layout(band);
        block.resize(layout.block_bytes);
        for (int column = 0; column < layout.columns; ++column) {
            if (band.ReadBlock(column, row, block.data()) != CE_None) fail("cannot read " + paths[raster]);
            sum += block[block.size() / 2];
        }
        bytes += layout.block_bytes * static_cast<std::size_t>(layout.columns);
    }
}

}  // namespace

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
    if (paths.empty()) fail("usage: read_floor [--threads N] RASTER...");

    GDALRegister_GTiff();
    const auto start = std::chrono::steady_clock::now();
    std::vector<BlockRow> work;
    for (std::size_t raster = 0; raster < paths.size(); ++raster) {
        const Dataset dataset = open_raster(paths[raster]);
        const Layout layout(*dataset->GetRasterBand(1));
        for (int row = 0; row < layout.rows; ++row) work.push_back({raster, row});
    }
    std::atomic<std::size_t> next{0}, bytes{0};
    std::atomic<unsigned> sum{0};
    {
        std::vector<std::jthread> workers;
        for (unsigned n = 0; n < threads; ++n) {
            workers.emplace_back([&] { read_rows(paths, work, next, bytes, sum); });
        }
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("{\"threads\": %u, \"decoded_bytes\": %zu, \"seconds\": %.4f, \"sum\": %u}\n", threads, bytes.load(),
                seconds.count(), sum.load());
}
