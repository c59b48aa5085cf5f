// The parts of a PMTiles archive, version 3 of its specification: header and directories, to bytes and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace papar {

inline constexpr std::size_t pmtiles_header_bytes = 127;
// Header and root directory lie within the first 16 KiB, so that one request brings both.
inline constexpr std::size_t most_root_bytes = 16384 - pmtiles_header_bytes;

inline constexpr std::uint8_t pmtiles_no_compression = 1;
inline constexpr std::uint8_t pmtiles_gzip = 2;
inline constexpr std::uint8_t pmtiles_mvt = 1;
inline constexpr std::uint8_t pmtiles_png = 2;
inline constexpr std::uint8_t pmtiles_webp = 4;

struct FileSection {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;

    [[nodiscard]] std::uint64_t end() const { return offset + bytes; }
};

struct PmtilesHeader {
    FileSection root, metadata, leaves, data;
    std::uint64_t addressed_tiles = 0;
    std::uint64_t entries = 0;
    std::uint64_t contents = 0;
    std::uint8_t clustered = 0;
    std::uint8_t internal_compression = pmtiles_gzip;
    std::uint8_t tile_compression = pmtiles_no_compression;
    std::uint8_t tile_type = pmtiles_png;
    std::uint8_t min_zoom = 0;
    std::uint8_t max_zoom = 0;
    // Degrees times 10^7.
    std::int32_t west = 0;
    std::int32_t south = 0;
    std::int32_t east = 0;
    std::int32_t north = 0;
    std::uint8_t centre_zoom = 0;
    std::int32_t centre_lon = 0;
    std::int32_t centre_lat = 0;
};

// One entry of a directory: `run` tiles from `id` on that have one content. A run of 0 points to a leaf directory.
struct PmtilesEntry {
    std::uint64_t id = 0;
    std::uint32_t run = 1;
    std::uint32_t bytes = 0;
    std::uint64_t offset = 0;  // in the data section, or in that of leaves

    bool operator==(const PmtilesEntry&) const = default;
};

[[nodiscard]] std::vector<std::byte> header_bytes(const PmtilesHeader& header);
// Nothing unless the bytes begin as a PMTiles archive of version 3.
[[nodiscard]] std::optional<PmtilesHeader> read_header(std::span<const std::byte> bytes);

// Not yet compressed.
[[nodiscard]] std::vector<std::byte> directory_bytes(std::span<const PmtilesEntry> entries);
// Nothing when the bytes end too early, are too many, or an offset comes from nowhere.
[[nodiscard]] std::optional<std::vector<PmtilesEntry>> read_directory(std::span<const std::byte> bytes);

}  // namespace papar
