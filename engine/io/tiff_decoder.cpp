#include "engine/io/tiff_decoder.hpp"

#include "engine/base/error.hpp"
#include "engine/io/tiff_codec.hpp"

#include <algorithm>
#include <cstring>

namespace papar {

namespace {

class TiffDecoder : public BlockDecoder {
public:
    TiffDecoder(const RasterDescription& raster, std::shared_ptr<const TiffLayout> layout)
        : raster_(raster),
          layout_(std::move(layout)),
          cell_bytes_(bytes_of(raster.rule.stored)),
          row_bytes_(static_cast<std::size_t>(raster.block_cols) * cell_bytes_),
          decompressor_(layout_->codec),
          cells_(static_cast<std::size_t>(raster.block_rows) * row_bytes_ + decompression_slack) {}

    StoredCells decode(std::int64_t block_col, std::int64_t block_row) override;

private:
    void fill_with_missing();
    // Reads and decodes `bytes` bytes of cells. False when the file is truncated or damaged there.
    bool read_block(const TiffBlock& block, std::size_t bytes);
    bool read_compressed(const TiffBlock& block, std::size_t bytes);

    // What `cells_` holds, so that blocks with the same content are decoded once.
    enum class Held { nothing, missing_block, compressed_block };

    const RasterDescription& raster_;
    std::shared_ptr<const TiffLayout> layout_;
    std::size_t cell_bytes_;
    std::size_t row_bytes_;
    TiffDecompressor decompressor_;
    std::vector<std::byte> cells_;
    std::vector<std::byte> compressed_;  // as read for the block now in `cells_`, at its front
    std::size_t compressed_bytes_ = 0;
    std::vector<std::byte> incoming_;
    std::vector<std::byte> scratch_;
    Held held_ = Held::nothing;
    std::size_t held_bytes_ = 0;
};

StoredCells TiffDecoder::decode(std::int64_t block_col, std::int64_t block_row) {
    const Window window = raster_.block_window(block_col, block_row);
    const TiffBlock& block = layout_->blocks[static_cast<std::size_t>(block_row * raster_.blocks_across() + block_col)];
    // The last strip is short, tiles are always whole.
    const std::int64_t rows = layout_->tiled ? raster_.block_rows : window.rows;
    if (block.missing()) {
        fill_with_missing();
    } else if (!read_block(block, static_cast<std::size_t>(rows) * row_bytes_)) {
        held_ = Held::nothing;
        throw error(ErrorKind::input,
                    "{}: the {} at column {}, row {} ({} bytes from byte {} on) is truncated or damaged; get a whole "
                    "copy of the file",
                    raster_.input.name, layout_->tiled ? "tile" : "strip", block_col, block_row, block.bytes,
                    block.offset);
    }
    return {cells_.data(), nullptr, raster_.block_cols, window.cols, window.rows};
}

void TiffDecoder::fill_with_missing() {
    if (held_ == Held::missing_block) {
        return;
    }
    const std::size_t bytes = static_cast<std::size_t>(raster_.block_rows) * row_bytes_;
    for (std::size_t i = 0; i < bytes; i += cell_bytes_) {
        std::memcpy(cells_.data() + i, raster_.missing_cell.data(), cell_bytes_);
    }
    held_ = Held::missing_block;
}

bool TiffDecoder::read_block(const TiffBlock& block, std::size_t bytes) {
    if (layout_->codec == TiffCodec::none) {
        held_ = Held::nothing;
        return block.bytes >= bytes && layout_->file->read(block.offset, std::span(cells_).first(bytes));
    }
    return read_compressed(block, bytes);
}

bool TiffDecoder::read_compressed(const TiffBlock& block, std::size_t bytes) {
    // No codec grows data to more than twice its size; a larger count is damage, and not worth the memory.
    if (block.bytes > 2 * cells_.size() + 1024) {
        return false;
    }
    if (incoming_.size() < block.bytes) {  // it never shrinks: growing again would fill the new bytes with zeros
        incoming_.resize(block.bytes);
    }
    const std::span<std::byte> incoming = std::span(incoming_).first(block.bytes);
    if (!layout_->file->read(block.offset, incoming)) {
        return false;
    }
    if (held_ == Held::compressed_block && held_bytes_ == bytes &&
        std::ranges::equal(incoming, std::span(compressed_).first(compressed_bytes_))) {
        return true;
    }
    if (!decompressor_.decompress(incoming, cells_, bytes)) {
        return false;
    }
    for (std::size_t row = 0; row < bytes && layout_->predictor != Predictor::none; row += row_bytes_) {
        undo_predictor(layout_->predictor, std::span(cells_).subspan(row, row_bytes_), cell_bytes_, scratch_);
    }
    compressed_.swap(incoming_);
    compressed_bytes_ = block.bytes;
    held_ = Held::compressed_block;
    held_bytes_ = bytes;
    return true;
}

}  // namespace

std::unique_ptr<BlockDecoder> make_tiff_decoder(const RasterDescription& raster,
                                                std::shared_ptr<const TiffLayout> layout) {
    return std::make_unique<TiffDecoder>(raster, std::move(layout));
}

}  // namespace papar
