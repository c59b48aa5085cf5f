#include "engine/base/error.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/vector_layer_use.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;
using Defects = std::vector<std::string>;

constexpr std::size_t most_unpacked_of_part = std::size_t{1} << 30;  // of a directory or the metadata

class Archive {
public:
    explicit Archive(const std::filesystem::path& path) : file_(path, std::ios::binary | std::ios::ate) {
        size_ = file_ ? static_cast<std::uint64_t>(file_.tellg()) : 0;
    }

    [[nodiscard]] std::uint64_t size() const { return size_; }
    // Shorter than asked for beyond the file's end.
    [[nodiscard]] Bytes read(const FileSection& section) {
        const std::uint64_t first = std::min(section.offset, size_);
        Bytes bytes(std::min(section.bytes, size_ - first));
        file_.clear();
        file_.seekg(static_cast<std::streamoff>(first));
        file_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return bytes;
    }

private:
    std::ifstream file_;
    std::uint64_t size_ = 0;
};

std::optional<Bytes> unpacked(Bytes bytes, std::uint8_t compression) {
    if (compression == pmtiles_no_compression) return bytes;
    return gunzip(bytes, most_unpacked_of_part);
}

std::optional<TileFormat> format_of(const PmtilesHeader& header) {
    for (const TileFormat format : {TileFormat::png, TileFormat::webp, TileFormat::mvt}) {
        if (words_of(format).pmtiles_type == header.tile_type) return format;
    }
    return std::nullopt;
}

void check_header(const PmtilesHeader& header, std::uint64_t size, Defects& defects) {
    const auto say = [&](bool wrong, std::string sentence) {
        if (wrong) defects.push_back(std::move(sentence));
    };
    say(header.root.end() > pmtiles_header_bytes + most_root_bytes,
        "the root directory does not lie within the first 16384 bytes");
    for (const auto& [name, section] :
         {std::pair{"root directory", header.root}, std::pair{"metadata", header.metadata},
          std::pair{"leaf directories", header.leaves}, std::pair{"tile data", header.data}}) {
        say(section.offset == 0, fmt::format("the offset of the {} is 0", name));
        say(section.offset > size || section.bytes > size - section.offset,
            fmt::format("the {} ends beyond the file's {} bytes; the file is cut short or damaged", name, size));
    }
    const std::uint64_t sum =
        pmtiles_header_bytes + header.root.bytes + header.metadata.bytes + header.leaves.bytes + header.data.bytes;
    say(sum != size, fmt::format("the file has {} bytes, its sections together {}", size, sum));
    say(header.internal_compression != pmtiles_gzip && header.internal_compression != pmtiles_no_compression,
        "directories are not packed with gzip, which is all that browsers read");
    const std::optional<TileFormat> format = format_of(header);
    say(!format, "the tiles are declared to be neither PNG nor WebP images nor vector tiles; papar checks only those");
    say(format && header.tile_compression != words_of(*format).pmtiles_compression,
        format == TileFormat::mvt ? "vector tiles are not declared as packed with gzip"
                                  : "images are declared as compressed once more");
    say(header.centre_zoom < header.min_zoom || header.centre_zoom > header.max_zoom,
        "the centre's zoom is not among the archive's");
    say(header.west >= header.east || header.south >= header.north, "the bounds have no area");
}

void check_metadata(std::string_view text, std::optional<TileFormat> format, Defects& defects) {
    if (!nlohmann::json::parse(text, nullptr, false).is_object()) {
        defects.emplace_back("the metadata is no JSON object");
    } else if (format == TileFormat::mvt && !names_vector_layers(text)) {
        defects.emplace_back("the metadata does not name the vector layers");
    }
}

// All entries with tiles, leaves in place of what points to them; nothing when a directory cannot be read.
std::optional<std::vector<PmtilesEntry>> all_entries(Archive& archive, const PmtilesHeader& header, Defects& defects) {
    const auto directory = [&](const FileSection& section) -> std::optional<std::vector<PmtilesEntry>> {
        const std::optional<Bytes> bytes = unpacked(archive.read(section), header.internal_compression);
        return bytes ? read_directory(*bytes) : std::nullopt;
    };
    const auto root = directory(header.root);
    if (!root) {
        defects.emplace_back("the root directory cannot be read");
        return std::nullopt;
    }
    std::vector<PmtilesEntry> entries;
    for (const PmtilesEntry& entry : *root) {
        if (entry.run > 0) {
            entries.push_back(entry);
            continue;
        }
        const auto leaf = directory({header.leaves.offset + entry.offset, entry.bytes});
        if (!leaf || leaf->empty() || leaf->front().id != entry.id) {
            defects.push_back(
                fmt::format("the leaf directory of tile id {} cannot be read, or begins with another tile", entry.id));
            return std::nullopt;
        }
        if (std::ranges::any_of(*leaf, [](const PmtilesEntry& inner) { return inner.run == 0; })) {
            defects.push_back(fmt::format("the leaf directory of tile id {} points to further leaves", entry.id));
            return std::nullopt;
        }
        entries.insert(entries.end(), leaf->begin(), leaf->end());
    }
    return entries;
}

// The tiles, in order; defects of entries and of what they point to.
std::vector<Tile> check_entries(Archive& archive, const PmtilesHeader& header, const std::vector<PmtilesEntry>& entries,
                                std::string_view metadata, Defects& defects) {
    DefectCounts counts;
    VectorLayerUse layers;
    std::vector<Tile> tiles;
    std::map<std::uint64_t, std::uint32_t> contents;  // bytes by offset
    std::uint64_t next_id = 0;
    std::uint64_t data_end = 0;
    const std::optional<TileFormat> format = format_of(header);
    for (const PmtilesEntry& entry : entries) {
        const Tile first = tile_of(entry.id);
        if (first.zoom > deepest_tile_zoom || entry.id < next_id) {
            counts.add("an entry's tile id is out of order or too large", std::to_string(entry.id));
            continue;
        }
        next_id = entry.id + entry.run;
        // Runs beyond the declared number would only fill the memory.
        for (std::uint64_t id = entry.id; id < next_id && tiles.size() <= header.addressed_tiles; ++id) {
            tiles.push_back(tile_of(id));
        }
        if (entry.bytes == 0) counts.add("an entry has no bytes", first);
        if (entry.offset > header.data.bytes || entry.bytes > header.data.bytes - entry.offset) {
            counts.add("an entry points beyond the tile data", first);
            continue;
        }
        const bool is_new = contents.try_emplace(entry.offset, entry.bytes).second;
        if (is_new && header.clustered == 1 && entry.offset != data_end) {
            counts.add("the archive says clustered, but a tile's data does not follow that of the tiles before", first);
        }
        data_end = std::max(data_end, entry.offset + entry.bytes);
        if (!is_new || !format) continue;
        const Bytes bytes = archive.read({header.data.offset + entry.offset, entry.bytes});
        const std::string defect = tile_defect(bytes, *format);
        if (!defect.empty()) counts.add("a tile " + defect, first);
        if (format == TileFormat::mvt) layers.add(first, bytes);
    }
    counts.move_to(defects);
    if (names_vector_layers(metadata)) std::ranges::move(layers.defects(metadata), std::back_inserter(defects));
    const auto compare = [&](const char* what, std::uint64_t declared, std::uint64_t found) {
        if (declared != found)
            defects.push_back(fmt::format("the header counts {} {}, the archive has {}", declared, what, found));
    };
    compare("tiles", header.addressed_tiles, tiles.size());
    compare("entries", header.entries, entries.size());
    compare("contents", header.contents, contents.size());
    return tiles;
}

}  // namespace

TilesReport verify_pmtiles(const std::filesystem::path& path) {
    TilesReport report;
    report.kind = "PMTiles";
    Archive archive(path);
    const std::optional<PmtilesHeader> header = read_header(archive.read({0, pmtiles_header_bytes}));
    if (!header) {
        report.defects.emplace_back("the header is none of PMTiles version 3");
        return report;
    }
    check_header(*header, archive.size(), report.defects);
    const std::optional<TileFormat> format = format_of(*header);
    const auto bytes = unpacked(archive.read(header->metadata), header->internal_compression);
    const auto metadata = bytes ? std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : "";
    check_metadata(metadata, format, report.defects);
    const auto entries = all_entries(archive, *header, report.defects);
    if (entries) {
        check_zooms(check_entries(archive, *header, *entries, metadata, report.defects), header->min_zoom,
                    header->max_zoom, format.value_or(TileFormat::png), report);
    }
    return report;
}

}  // namespace papar
