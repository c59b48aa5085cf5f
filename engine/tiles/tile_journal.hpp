// What a program that is killed leaves to the next one: groups of finished tiles, one behind the other in the scratch
// file of a set. Only groups that are whole, with the content of every tile of theirs, are taken over.
//
// The file: "papar tiles", the fingerprint's length in 8 bytes, the fingerprint; then of each group a head (a mark, the
// body's length, its 128-bit fingerprint) and the body: four counts (tiles, contents, bytes of the root's pixels, 0),
// tiles (id, content), contents (number, bytes, fingerprint of the pixels), the contents' bytes, the root's pixels
// packed with zlib, zeros up to a multiple of 8 bytes. Numbers as the machine has them.
#pragma once

#include "engine/tiles/tile_encoder.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace papar {

// A group in the scratch file.
struct JournalGroup {
    std::vector<StoredTile> tiles;
    struct Content {
        std::uint32_t number = 0;
        ContentHash hash;
        std::uint64_t offset = 0;
        std::uint32_t bytes = 0;
    };
    std::vector<Content> contents;
    std::uint64_t root_offset = 0;  // of the packed pixels of the group's uppermost tile
    std::uint32_t root_bytes = 0;   // 0: the group is empty
};

// Opens `path` to go on with. Its groups are forgotten unless they were made under the same fingerprint: everything
// that the tiles depend on, as text.
[[nodiscard]] ScratchFile open_journal(const std::filesystem::path& path, const std::string& fingerprint);
// Whether the file is there with this fingerprint.
[[nodiscard]] bool journal_goes_on(const std::filesystem::path& path, const std::string& fingerprint);

// The groups of a file that open_journal gave; a nameless one has none. What lies behind the last of them is cut off.
[[nodiscard]] std::vector<JournalGroup> read_journal(ScratchFile& file);
// Unpacks the pixels of a group's root: so many bytes. Throws Error(failed) if they are not.
[[nodiscard]] std::vector<std::byte> root_pixels(const ScratchFile& file, const JournalGroup& group, std::size_t bytes);

// Appends a group and adds it to the set.
void write_group(EncodedTiles&& encoded, std::span<const std::byte> root_pixels, TileSet& set);
// Adds a group of the file to the set.
void add_group(const JournalGroup& group, ContentNumbers& numbers, TileSet& set);

}  // namespace papar
