#include "engine/output/raster_pieces.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

namespace papar {
namespace {

namespace fs = std::filesystem;

// The fastest that still halves index rasters: the pieces are read once, minutes later.
constexpr int zstd_level = 1;

[[nodiscard]] std::int64_t tiles(std::int64_t cells) {
    return (cells + RasterPieces::tile - 1) / RasterPieces::tile;
}

[[nodiscard]] int open_nameless(const fs::path& folder) {
    std::string name = (folder / ".pieces-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) {
        throw error(ErrorKind::output, "{}: no file can be made here ({})", folder.string(), system_reason());
    }
    ::unlink(name.c_str());
    return file;
}

[[nodiscard]] Error cannot(const char* what, const fs::path& raster) {
    return error(ErrorKind::output, "{}: its cells could not be {} ({})", raster.string(), what, system_reason());
}

// Calls pread or pwrite until all is done; false when it fails.
template <typename Call, typename Byte>
[[nodiscard]] bool all_of(Call call, int file, std::span<Byte> bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t done = call(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        offset += static_cast<std::uint64_t>(done);
    }
    return true;
}

}  // namespace

RasterPieces::RasterPieces(const fs::path& folder, fs::path raster, std::int64_t cols, std::int64_t rows)
    : raster_(std::move(raster)),
      cols_(cols),
      rows_(rows),
      file_(open_nameless(folder)),
      pieces_(static_cast<std::size_t>(tiles(cols) * tiles(rows))) {}

RasterPieces::~RasterPieces() {
    ::close(file_);
}

std::vector<RasterPieces::Piece>& RasterPieces::pieces_of(const Window& window) {
    return pieces_[static_cast<std::size_t>(window.row / tile * tiles(cols_) + window.col / tile)];
}

void RasterPieces::add(const Window& window, std::span<const std::byte> cells) {
    std::vector<std::byte> packed(ZSTD_compressBound(cells.size()));
    packed.resize(ZSTD_compress(packed.data(), packed.size(), cells.data(), cells.size(), zstd_level));
    std::uint64_t offset = 0;
    {
        const std::lock_guard lock(mutex_);
        offset = end_;
        end_ += packed.size();
        pieces_of(window).push_back(
            {window, offset, packed.size(), cells.size() / static_cast<std::size_t>(window.cells())});
    }
    errno = 0;
    if (!all_of(::pwrite, file_, std::span<const std::byte>(packed), offset)) throw cannot("written", raster_);
}

void RasterPieces::read_tile(std::int64_t tile_col, std::int64_t tile_row, std::span<std::byte> out) const {
    std::vector<std::byte> packed;
    std::vector<std::byte> cells;
    for (const Piece& piece : pieces_[static_cast<std::size_t>(tile_row * tiles(cols_) + tile_col)]) {
        packed.resize(piece.bytes);
        cells.resize(static_cast<std::size_t>(piece.window.cells()) * piece.cell_bytes);
        errno = 0;
        if (!all_of(::pread, file_, std::span(packed), piece.offset) ||
            ZSTD_decompress(cells.data(), cells.size(), packed.data(), packed.size()) != cells.size()) {
            throw cannot("read back", raster_);
        }
        const std::size_t row_bytes = static_cast<std::size_t>(piece.window.cols) * piece.cell_bytes;
        for (std::int64_t row = 0; row < piece.window.rows; ++row) {
            const std::int64_t first =
                (piece.window.row - tile_row * tile + row) * tile + piece.window.col - tile_col * tile;
            std::memcpy(out.data() + static_cast<std::size_t>(first) * piece.cell_bytes,
                        cells.data() + static_cast<std::size_t>(row) * row_bytes, row_bytes);
        }
    }
}

}  // namespace papar
