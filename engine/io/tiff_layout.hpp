// Where the tiles or strips of a plain TIFF lie in the file and how they are coded.
#pragma once

#include "engine/io/predictor.hpp"
#include "engine/io/raster_description.hpp"
#include "engine/io/read_only_file.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace papar {

enum class TiffCodec { none, lzw, deflate, zstd };

struct TiffBlock {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;  // 0, or offset 0: never written
    [[nodiscard]] bool missing() const { return offset == 0 || bytes == 0; }
};

// Immutable; shared by the decoders of all threads.
struct TiffLayout {
    std::unique_ptr<const ReadOnlyFile> file;
    bool tiled = false;
    TiffCodec codec = TiffCodec::none;
    Predictor predictor = Predictor::none;
    std::vector<TiffBlock> blocks;  // of the wanted band, row by row

    [[nodiscard]] std::int64_t missing_blocks() const;
};

// The layout of the described raster, if the file is a TIFF papar decodes itself: the host's byte order, classic or
// BigTIFF; tiles or strips; bands in planes of their own; cells of 8, 16, 32 or 64 bits; uncompressed, LZW, Deflate or
// ZSTD; predictors 1 to 3; no mask. Null for anything else, and wherever GDAL describes the file differently.
[[nodiscard]] std::shared_ptr<const TiffLayout> plain_tiff_layout(const RasterDescription& raster);

}  // namespace papar
