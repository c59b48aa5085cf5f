// Encoded tiles, each different one kept once in a scratch file until the archives are written from them.
#pragma once

#include "engine/tiles/tile_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
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
    // Makes a nameless scratch file in `folder`. Throws Error(output) with the file system's reason; so do all members
    // that write or read it.
    explicit TileSet(const std::filesystem::path& folder);
    TileSet(const TileSet&) = delete;
    TileSet& operator=(const TileSet&) = delete;
    ~TileSet();

    // A number may be added to tiles before its bytes have been.
    void add_tile(const Tile& tile, std::uint32_t content) { tiles_.push_back({tile_id(tile), content}); }
    void add_content(std::uint32_t content, std::span<const std::byte> bytes);

    // Brings the tiles into the order of their ids and numbers contents as they first occur in it: 0, 1, ... From here
    // on the set is the same whatever the order in which it was filled.
    void finish();

    [[nodiscard]] const std::vector<StoredTile>& tiles() const { return tiles_; }
    [[nodiscard]] std::size_t contents() const { return contents_.size(); }
    [[nodiscard]] std::uint32_t bytes_of(std::uint32_t content) const { return contents_[content].bytes; }
    [[nodiscard]] TileBytes content(std::uint32_t content) const;

private:
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t bytes = 0;
    };

    std::filesystem::path folder_;  // for sentences
    int file_ = -1;
    std::uint64_t end_ = 0;
    std::vector<StoredTile> tiles_;
    std::vector<Place> contents_;
};

}  // namespace papar
