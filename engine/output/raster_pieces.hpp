// The cells of one raster until its file can be made: a Cloud Optimized GeoTIFF is written from its overviews to its
// tiles, but blocks come in any order. Blocks are cut into pieces of tiles, compressed and put one after the other.
//
// A tiled GeoTIFF in their place would compress under one lock and read tiles back where blocks and tiles differ.
#pragma once

#include "engine/grid/window.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <span>
#include <vector>

namespace papar {

class RasterPieces {
public:
    static constexpr std::int64_t tile = 512;  // cells

    // Opens a file without a name in `folder`: it is gone with this object, however the run ends. `raster` names the
    // raster in errors. Throws an Error of kind output.
    RasterPieces(const std::filesystem::path& folder, std::filesystem::path raster, std::int64_t cols,
                 std::int64_t rows);
    ~RasterPieces();
    RasterPieces(const RasterPieces&) = delete;
    RasterPieces& operator=(const RasterPieces&) = delete;

    [[nodiscard]] std::int64_t cols() const { return cols_; }
    [[nodiscard]] std::int64_t rows() const { return rows_; }

    // Adds cells, row by row. Precondition: `window` lies in one tile and meets no other. Safe to call from many
    // threads. Throws an Error of kind output when the disk is full.
    void add(const Window& window, std::span<const std::byte> cells);

    // Puts the pieces of a tile onto `out`, the whole tile's cells row by row. Throws an Error of kind output.
    void read_tile(std::int64_t tile_col, std::int64_t tile_row, std::span<std::byte> out) const;

private:
    struct Piece {
        Window window;
        std::uint64_t offset;
        std::size_t bytes;  // compressed
        std::size_t cell_bytes;
    };

    [[nodiscard]] std::vector<Piece>& pieces_of(const Window& window);

    std::filesystem::path raster_;
    std::int64_t cols_;
    std::int64_t rows_;
    int file_ = -1;
    std::mutex mutex_;
    std::uint64_t end_ = 0;                   // of the file; guarded
    std::vector<std::vector<Piece>> pieces_;  // by tile; guarded while there are writers
};

}  // namespace papar
