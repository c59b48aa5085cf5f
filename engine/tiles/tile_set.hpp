// Encoded tiles, each different one kept once in a scratch file until the archives are written from them.
#pragma once

#include "engine/tiles/scratch_file.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>
#include <vector>

namespace papar {

using TileBytes = std::vector<std::byte>;

// A tile and its content: tiles of equal content have the same number.
struct StoredTile {
    std::uint64_t id = 0;  // see tile_id
    std::uint32_t content = 0;
};

class TileSet {
public:
    // With a nameless scratch file in `folder`. Throws Error(output) with the file system's reason; so do all members
    // that write or read it.
    explicit TileSet(const std::filesystem::path& folder) : TileSet(ScratchFile::nameless(folder)) {}
    // Over a file that may hold groups of tiles from an earlier program (tile_journal.hpp).
    explicit TileSet(ScratchFile file) : file_(std::move(file)) {}

    // A number may be added to tiles before its bytes have been.
    void add_tile(const Tile& tile, std::uint32_t content) { tiles_.push_back({tile_id(tile), content}); }
    void add_content(std::uint32_t content, std::span<const std::byte> bytes) {
        place_content(content, file_.append(bytes), static_cast<std::uint32_t>(bytes.size()));
    }
    // Of bytes that lie in the scratch file already.
    void place_content(std::uint32_t content, std::uint64_t offset, std::uint32_t bytes);

    // Brings the tiles into the order of their ids and numbers contents as they first occur in it: 0, 1, ... From here
    // on the set is the same whatever the order in which it was filled.
    void finish();

    [[nodiscard]] const std::vector<StoredTile>& tiles() const { return tiles_; }
    [[nodiscard]] std::size_t contents() const { return contents_.size(); }
    [[nodiscard]] std::uint32_t bytes_of(std::uint32_t content) const { return contents_[content].bytes; }
    [[nodiscard]] TileBytes content(std::uint32_t content) const {
        return file_.read(contents_[content].offset, contents_[content].bytes);
    }
    [[nodiscard]] ScratchFile& file() { return file_; }

private:
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t bytes = 0;
    };

    ScratchFile file_;
    std::vector<StoredTile> tiles_;
    std::vector<Place> contents_;
};

}  // namespace papar
