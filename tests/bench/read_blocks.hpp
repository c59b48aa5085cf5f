// Reads and decodes every block of rasters through GDAL, in several threads, and throws it away.
#pragma once

#include <gdal_priv.h>

#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace bench {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

[[noreturn]] inline void fail(const std::string& sentence) {
    std::fprintf(stderr, "benchmark: %s\n", sentence.c_str());
    std::exit(1);
}

inline Dataset open_raster(const std::string& path) {
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
inline void read_rows(const std::vector<std::string>& paths, const std::vector<BlockRow>& work,
                      std::atomic<std::size_t>& next, std::atomic<std::size_t>& bytes, std::atomic<unsigned>& sum) {
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

struct BlocksRead {
    std::size_t bytes = 0;  // decoded
    unsigned sum = 0;       // of one byte of every block: keeps the reads alive
};

// Precondition: the GTiff driver is registered.
inline BlocksRead read_all_blocks(const std::vector<std::string>& paths, unsigned threads) {
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
    return {bytes, sum};
}

}  // namespace bench
