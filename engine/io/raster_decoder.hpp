// Reads blocks (tiles or strips) of a raster file as the file stores them.
#pragma once

#include "engine/io/raster_cells.hpp"

#include <cstdint>

namespace papar {

// One decoder belongs to one thread.
class BlockDecoder {
public:
    BlockDecoder() = default;
    BlockDecoder(const BlockDecoder&) = delete;
    BlockDecoder& operator=(const BlockDecoder&) = delete;
    virtual ~BlockDecoder() = default;

    // The part inside the raster of the block in that column and row of blocks, rows as stored. Valid until the
    // next call. Throws an Error of kind `input` that names file and block; partial blocks are never returned.
    [[nodiscard]] virtual StoredCells decode(std::int64_t block_col, std::int64_t block_row) = 0;
};

}  // namespace papar
