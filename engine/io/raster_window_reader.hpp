// Windows of delivered cells out of blocks of stored cells.
#pragma once

#include "engine/io/raster_decoder.hpp"
#include "engine/io/raster_description.hpp"

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>

namespace papar {

// Blocks wholly inside the window are decoded straight into it. Blocks that the window cuts are kept, the last used few
// of them, so that the windows beside it find them decoded. One reader belongs to one thread.
class RasterWindowReader {
public:
    // `raster` outlives the reader.
    RasterWindowReader(const RasterDescription& raster, std::unique_ptr<BlockDecoder> decoder);

    // See RasterReader::read.
    void read(const Window& window, CellBlock& out);

private:
    struct KeptBlock {
        std::int64_t number = 0;
        Resolved resolved;
        CellBlock cells;  // rows as stored
    };

    template <typename T>
    void read_into(const Window& window, CellBlock& out, std::vector<T>& out_cells);
    template <typename T>
    Resolved place_block(std::int64_t block_col, std::int64_t block_row, const Window& wanted, CellRows<T> to);
    template <typename T>
    Resolved resolve(std::int64_t block_col, std::int64_t block_row, CellRows<T> to);
    template <typename T>
    void hide_nodata(const Window& block, CellRows<T> to) const;
    const KeptBlock& kept_block(std::int64_t block_col, std::int64_t block_row);

    const RasterDescription& raster_;
    std::unique_ptr<BlockDecoder> decoder_;
    std::size_t most_kept_;
    std::list<KeptBlock> kept_;  // last used first
    std::unordered_map<std::int64_t, std::list<KeptBlock>::iterator> kept_by_number_;
};

}  // namespace papar
