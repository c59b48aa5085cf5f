#include "engine/io/tiff_layout.hpp"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <system_error>
#include <type_traits>

namespace papar {

namespace {

// More blocks than this cost too much memory to list; GDAL reads the list piece by piece.
constexpr std::int64_t max_blocks = 4'000'000;

struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, TiffCloser>;

int ignore_message(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

// Mode: read, no memory map, strips as GDAL cuts them.
TiffHandle open_tiff(const char* path) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), ignore_message, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignore_message, nullptr);
    return TiffHandle{TIFFOpenExt(path, "rmC", options.get())};
}

// A tag's value, or its default.
template <typename T>
T tag(TIFF* tiff, std::uint32_t number, std::type_identity_t<T> absent) {
    T value{};
    return TIFFGetFieldDefaulted(tiff, number, &value) == 1 ? value : absent;
}

std::optional<TiffCodec> codec_of(TIFF* tiff) {
    switch (tag<std::uint16_t>(tiff, TIFFTAG_COMPRESSION, 0)) {
        case COMPRESSION_NONE:
            return TiffCodec::none;
        case COMPRESSION_LZW:
            return TiffCodec::lzw;
        case COMPRESSION_ADOBE_DEFLATE:
        case COMPRESSION_DEFLATE:
            return TiffCodec::deflate;
        case COMPRESSION_ZSTD:
            return TiffCodec::zstd;
        default:
            return std::nullopt;
    }
}

std::optional<StoredType> type_of(TIFF* tiff) {
    const auto bits = tag<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto pick = [bits](std::array<std::optional<StoredType>, 4> types) -> std::optional<StoredType> {
        return bits < 8 || bits > 64 || !std::has_single_bit(bits)
                   ? std::nullopt
                   : types[static_cast<std::size_t>(std::countr_zero(bits)) - 3];
    };
    switch (tag<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT, 0)) {
        case SAMPLEFORMAT_UINT:
            return pick({StoredType::uint8, StoredType::uint16, StoredType::uint32, StoredType::uint64});
        case SAMPLEFORMAT_INT:
            return pick({StoredType::int8, StoredType::int16, StoredType::int32, StoredType::int64});
        case SAMPLEFORMAT_IEEEFP:
            return pick({std::nullopt, std::nullopt, StoredType::float32, StoredType::float64});
        default:
            return std::nullopt;
    }
}

std::optional<Predictor> predictor_of(TIFF* tiff, TiffCodec codec, StoredType type) {
    if (codec == TiffCodec::none) {
        return Predictor::none;
    }
    switch (tag<std::uint16_t>(tiff, TIFFTAG_PREDICTOR, 0)) {
        case PREDICTOR_NONE:
            return Predictor::none;
        case PREDICTOR_HORIZONTAL:
            return Predictor::horizontal;
        case PREDICTOR_FLOATINGPOINT:
            return type == StoredType::float32 || type == StoredType::float64 ? std::optional(Predictor::floating_point)
                                                                              : std::nullopt;
        default:
            return std::nullopt;
    }
}

bool same_shape(TIFF* tiff, const RasterDescription& raster) {
    const auto cols = tag<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0);
    const auto rows = tag<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0);
    std::int64_t block_cols = cols;
    std::int64_t block_rows = std::min(tag<std::uint32_t>(tiff, TIFFTAG_ROWSPERSTRIP, rows), rows);
    if (TIFFIsTiled(tiff) != 0) {
        block_cols = tag<std::uint32_t>(tiff, TIFFTAG_TILEWIDTH, 0);
        block_rows = tag<std::uint32_t>(tiff, TIFFTAG_TILELENGTH, 0);
    }
    return raster.grid.cols == cols && raster.grid.rows == rows && raster.block_cols == block_cols &&
           raster.block_rows == block_rows;
}

bool plain_samples(TIFF* tiff, const RasterDescription& raster) {
    const auto samples = tag<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 0);
    const auto photometric = tag<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    return samples == raster.facts.bands &&
           (samples == 1 || tag<std::uint16_t>(tiff, TIFFTAG_PLANARCONFIG, 0) == PLANARCONFIG_SEPARATE) &&
           (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_RGB ||
            photometric == PHOTOMETRIC_PALETTE) &&
           tag<std::uint16_t>(tiff, TIFFTAG_FILLORDER, 0) == FILLORDER_MSB2LSB;
}

// Empty when the list is too long or cannot be read.
std::vector<TiffBlock> blocks_of(TIFF* tiff, const RasterDescription& raster) {
    const std::int64_t count = raster.blocks_across() * raster.blocks_down();
    if (count * raster.facts.bands > max_blocks) {
        return {};
    }
    const auto first = static_cast<std::uint32_t>(count * (raster.input.band - 1));
    std::vector<TiffBlock> blocks(static_cast<std::size_t>(count));
    int failed = 0;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        int failed_offset = 0;
        int failed_bytes = 0;
        blocks[i] = {TIFFGetStrileOffsetWithErr(tiff, first + i, &failed_offset),
                     TIFFGetStrileByteCountWithErr(tiff, first + i, &failed_bytes)};
        failed |= failed_offset | failed_bytes;
    }
    return failed == 0 ? blocks : std::vector<TiffBlock>{};
}

// Before TIFF 6.0 some programs wrote LZW with the bits the other way round; libtiff knows them by their first code.
bool old_lzw(const TiffLayout& layout) {
    const auto written = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                      [](const TiffBlock& block) { return !block.missing(); });
    std::array<std::byte, 2> start{};
    return layout.codec == TiffCodec::lzw && written != layout.blocks.end() &&
           layout.file->read(written->offset, start) && start[0] == std::byte{0} &&
           (start[1] & std::byte{1}) != std::byte{0};
}

}  // namespace

std::int64_t TiffLayout::missing_blocks() const {
    return std::count_if(blocks.begin(), blocks.end(), [](const TiffBlock& block) { return block.missing(); });
}

std::shared_ptr<const TiffLayout> plain_tiff_layout(const RasterDescription& raster) {
    const std::filesystem::path& path = raster.input.path;
    if (std::endian::native != std::endian::little || raster.facts.driver != "GTiff" || raster.masked ||
        path.native().starts_with("/vsi")) {
        return nullptr;
    }
    const TiffHandle tiff = open_tiff(path.c_str());
    if (!tiff || TIFFIsByteSwapped(tiff.get()) != 0 || !same_shape(tiff.get(), raster) ||
        !plain_samples(tiff.get(), raster) || type_of(tiff.get()) != raster.rule.stored) {
        return nullptr;
    }
    const std::optional<TiffCodec> codec = codec_of(tiff.get());
    const std::optional<Predictor> predictor =
        codec ? predictor_of(tiff.get(), *codec, raster.rule.stored) : std::nullopt;
    if (!predictor) {
        return nullptr;
    }
    try {
        auto layout = std::make_shared<TiffLayout>();
        layout->file = std::make_unique<const ReadOnlyFile>(path);
        layout->tiled = TIFFIsTiled(tiff.get()) != 0;
        layout->codec = *codec;
        layout->predictor = *predictor;
        layout->blocks = blocks_of(tiff.get(), raster);
        return layout->blocks.empty() || old_lzw(*layout) ? nullptr : layout;
    } catch (const std::system_error&) {
        return nullptr;  // GDAL's way to open the file then says why not
    }
}

}  // namespace papar
