// The archive of github.com/protomaps/PMTiles, spec/v3.
#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/unfinished.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

struct Directories {
    Bytes root;
    Bytes leaves;
};

// Neighbours of equal content share an entry; contents follow each other in the data as they first occur.
std::vector<PmtilesEntry> entries_of(const TileSet& tiles) {
    std::vector<std::uint64_t> offsets;
    std::uint64_t end = 0;
    std::vector<PmtilesEntry> entries;
    for (const StoredTile& tile : tiles.tiles()) {
        if (tile.content == offsets.size()) {
            offsets.push_back(end);
            end += tiles.bytes_of(tile.content);
        }
        const std::uint64_t offset = offsets[tile.content];
        if (!entries.empty() && entries.back().offset == offset && entries.back().id + entries.back().run == tile.id) {
            ++entries.back().run;
        } else {
            entries.push_back({tile.id, 1, tiles.bytes_of(tile.content), offset});
        }
    }
    return entries;
}

Directories with_leaves(std::span<const PmtilesEntry> entries, std::size_t leaf_entries) {
    Directories directories;
    std::vector<PmtilesEntry> root;
    for (std::size_t first = 0; first < entries.size(); first += leaf_entries) {
        const auto part = entries.subspan(first, std::min(leaf_entries, entries.size() - first));
        const Bytes leaf = gzip(directory_bytes(part), gzip_once_level);
        root.push_back({part.front().id, 0, static_cast<std::uint32_t>(leaf.size()), directories.leaves.size()});
        directories.leaves.insert(directories.leaves.end(), leaf.begin(), leaf.end());
    }
    directories.root = gzip(directory_bytes(root), gzip_once_level);
    return directories;
}

// A root alone where it is small enough; else leaves, as many entries each as the root needs.
Directories directories_of(std::span<const PmtilesEntry> entries) {
    Directories directories{gzip(directory_bytes(entries), gzip_once_level), {}};
    for (std::size_t leaf_entries = 4096; directories.root.size() > most_root_bytes; leaf_entries *= 2) {
        directories = with_leaves(entries, leaf_entries);
    }
    return directories;
}

std::int32_t e7(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e7));
}

PmtilesHeader header_of(const TileSet& tiles, const TilesetFacts& facts, const std::vector<PmtilesEntry>& entries) {
    const MapCentre centre = centre_of(facts);
    PmtilesHeader header;
    header.addressed_tiles = tiles.tiles().size();
    header.entries = entries.size();
    header.contents = tiles.contents();
    header.clustered = 1;
    header.tile_type = words_of(facts.format).pmtiles_type;
    header.tile_compression = words_of(facts.format).pmtiles_compression;
    header.min_zoom = static_cast<std::uint8_t>(facts.min_zoom);
    header.max_zoom = static_cast<std::uint8_t>(facts.max_zoom);
    header.west = e7(facts.bounds.west);
    header.south = e7(facts.bounds.south);
    header.east = e7(facts.bounds.east);
    header.north = e7(facts.bounds.north);
    header.centre_zoom = static_cast<std::uint8_t>(centre.zoom);
    header.centre_lon = e7(centre.at.lon);
    header.centre_lat = e7(centre.at.lat);
    return header;
}

void append(std::ofstream& file, std::span<const std::byte> bytes) {
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

void write_pmtiles(const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& path) {
    const std::vector<PmtilesEntry> entries = entries_of(tiles);
    const Directories directories = directories_of(entries);
    const std::string text = json_line(common_metadata(facts));
    const Bytes metadata = gzip(std::as_bytes(std::span(text)), gzip_once_level);
    PmtilesHeader header = header_of(tiles, facts, entries);
    header.root = {pmtiles_header_bytes, directories.root.size()};
    header.metadata = {header.root.end(), metadata.size()};
    header.leaves = {header.metadata.end(), directories.leaves.size()};
    header.data.offset = header.leaves.end();
    for (std::uint32_t content = 0; content < tiles.contents(); ++content) {
        header.data.bytes += tiles.bytes_of(content);
    }
    Unfinished part(path);
    errno = 0;
    std::ofstream file(part.path(), std::ios::binary | std::ios::trunc);
    append(file, header_bytes(header));
    append(file, directories.root);
    append(file, metadata);
    append(file, directories.leaves);
    for (std::uint32_t content = 0; content < tiles.contents() && file; ++content) {
        append(file, tiles.content(content));
    }
    file.close();
    if (!file) {
        throw error(ErrorKind::output, "{}: could not be written ({})", path.string(), system_reason());
    }
    part.put_in_place();
}

}  // namespace papar
