// Archives whose tiles say where they are, for readers and for the server.
#pragma once

#include "engine/tiles/archives.hpp"
#include "engine/tiles/gzip.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace papar::test {

inline std::vector<std::byte> bytes_of(const std::string& text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

// "papar 3/4/5", packed for vector tiles. From zoom 6 on of uneven lengths, so that a directory cannot be packed well.
inline std::vector<std::byte> tile_bytes(const Tile& tile, TileFormat format) {
    auto bytes = bytes_of(fmt::format("papar {}/{}/{}", tile.zoom, tile.x, tile.y));
    if (tile.zoom >= 6) bytes.resize(bytes.size() + std::mt19937(static_cast<unsigned>(tile_id(tile)))() % 1024);
    return format == TileFormat::mvt ? gzip(bytes, gzip_tiles_level) : bytes;
}

inline TilesetFacts facts_of(const std::string& name, TileFormat format, int min_zoom, int max_zoom) {
    TilesetFacts facts;
    facts.name = name;
    facts.title = "Kelas bahaya: " + name;
    facts.attribution = "BPBD <Contoh>";
    facts.bounds = {95, -11, 141, 6};
    facts.min_zoom = min_zoom;
    facts.max_zoom = max_zoom;
    facts.format = format;
    if (format == TileFormat::mvt) {
        facts.vector_layers =
            nlohmann::ordered_json::parse(R"([{"id": "zona", "description": "Desa", "fields": {"kode": "String"}}])");
    }
    return facts;
}

using Writer = std::function<void(const TileSet&, const TilesetFacts&, const std::filesystem::path&)>;

// All tiles of the zooms but those that `left_out` names.
inline void write_archive(
    const std::filesystem::path& path, const TilesetFacts& facts, const Writer& write,
    const std::function<bool(const Tile&)>& left_out = [](const Tile&) { return false; }) {
    TileSet tiles(path.parent_path());
    std::uint32_t content = 0;
    for (int zoom = facts.min_zoom; zoom <= facts.max_zoom; ++zoom) {
        for (std::uint32_t x = 0; x >> zoom == 0; ++x) {
            for (std::uint32_t y = 0; y >> zoom == 0; ++y) {
                const Tile tile{zoom, x, y};
                if (left_out(tile)) continue;
                tiles.add_content(content, tile_bytes(tile, facts.format));
                tiles.add_tile(tile, content++);
            }
        }
    }
    tiles.finish();
    write(tiles, facts, path);
}

}  // namespace papar::test
