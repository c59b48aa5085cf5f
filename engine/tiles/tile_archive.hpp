// Tiles read back from an archive, papar's or another program's, one at a time.
#pragma once

#include "engine/tiles/tile_format.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace papar {

struct ArchiveFacts {
    TileFormatWords words;  // beside papar's own formats JPEG and AVIF, which others' archives may hold
    int min_zoom = 0;
    int max_zoom = 0;
    std::optional<LonLatBox> bounds;
    bool has_2x = false;              // tiles of twice the size beside the others: <y>@2x.<extension>
    nlohmann::ordered_json metadata;  // an object; `vector_layers` among it where the archive names them
};

struct ArchivedTile {
    std::vector<std::byte> bytes;  // as they are stored
    bool gzipped = false;          // an image never is
};

class TileArchive {
public:
    TileArchive(const TileArchive&) = delete;
    TileArchive& operator=(const TileArchive&) = delete;
    virtual ~TileArchive() = default;

    [[nodiscard]] const ArchiveFacts& facts() const { return facts_; }
    // Nothing where the archive has no such tile. `scale` is 1, or 2 where the archive has tiles of twice the size.
    // Throws Error(input) for an archive that is damaged or cannot be read. One thread at a time.
    [[nodiscard]] virtual std::optional<ArchivedTile> tile(const Tile& tile, int scale) = 0;

protected:
    explicit TileArchive(ArchiveFacts facts) : facts_(std::move(facts)) {}

private:
    ArchiveFacts facts_;
};

// By what the path holds: a folder z/x/y.<extension> with rows from the north, or a file that begins as PMTiles or
// SQLite. Throws Error(input) that names it when it is none of these, is damaged, or holds what papar cannot read.
[[nodiscard]] std::unique_ptr<TileArchive> open_tile_archive(const std::filesystem::path& path);

// The three behind it.
[[nodiscard]] std::unique_ptr<TileArchive> open_pmtiles(const std::filesystem::path& file);
[[nodiscard]] std::unique_ptr<TileArchive> open_mbtiles(const std::filesystem::path& file);
[[nodiscard]] std::unique_ptr<TileArchive> open_tile_folder(const std::filesystem::path& folder);

// Whether the folder's own folders are zooms.
[[nodiscard]] bool is_tile_folder(const std::filesystem::path& folder);

// A format by its extension, with or without the dot, or its name in MBTiles; by its number in PMTiles.
[[nodiscard]] std::optional<TileFormatWords> format_named(std::string_view name);
[[nodiscard]] std::optional<TileFormatWords> format_of_pmtiles_type(std::uint8_t type);

// "west,south,east,north", as MBTiles writes it.
[[nodiscard]] std::optional<LonLatBox> box_of_text(const std::string& text);

// Puts the members of MBTiles' value `json`, a text, among the others: `vector_layers`.
void unfold_json(nlohmann::ordered_json& metadata);

// Bytes that begin as gzip does; no MVT tile and no image begins so.
[[nodiscard]] bool begins_as_gzip(const std::vector<std::byte>& bytes);

// TileJSON 3.0.0 from what the archive says of itself. `tiles_url` holds {z}, {x}, {y}; `name` stands where the archive
// has none.
[[nodiscard]] nlohmann::ordered_json tile_json(const ArchiveFacts& facts, const std::string& name,
                                               const std::string& tiles_url);

}  // namespace papar
