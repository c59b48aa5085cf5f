// Reads github.com/protomaps/PMTiles, spec/v3.
#include "engine/base/error.hpp"
#include "engine/io/read_only_file.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/tile_archive.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;
using Directory = std::vector<PmtilesEntry>;

constexpr std::size_t most_directory_bytes = std::size_t{1} << 24;  // unpacked, and of the metadata; of a leaf 4 M
constexpr std::uint32_t most_tile_bytes = std::uint32_t{1} << 26;   // a good tile has at most half a megabyte
// Leaves kept unpacked: of 4096 entries, as is common, 6 MB in all.
constexpr std::size_t most_leaves = 64;
constexpr int deepest_directory = 4;  // the specification: root and one level of leaves, others read up to four

// A file read at given places; every defect names it.
class PmtilesFile {
public:
    explicit PmtilesFile(const std::filesystem::path& path) try : name_(path.string()), file_(path) {
    } catch (const std::system_error& problem) {
        throw error(ErrorKind::input, "{}: the file cannot be read ({})", path.string(), problem.code().message());
    }

    [[nodiscard]] Error defect(const std::string& what) const {
        return error(ErrorKind::input, "{}: {}; fetch or make the archive anew", name_, what);
    }
    [[nodiscard]] Bytes read(const FileSection& section, const char* what) const {
        const bool there = section.offset <= file_.size() && section.bytes <= file_.size() - section.offset;
        Bytes bytes(there ? section.bytes : 0);
        if (!there || !file_.read(section.offset, bytes)) {
            throw defect(fmt::format("the {} ends beyond the file's {} bytes: it is cut short", what, file_.size()));
        }
        return bytes;
    }
    // Directories and metadata.
    [[nodiscard]] Bytes unpacked(const FileSection& section, std::uint8_t compression, const char* what) const {
        Bytes bytes = read(section, what);
        if (compression == pmtiles_no_compression) return bytes;
        auto result = gunzip(bytes, most_directory_bytes);
        if (!result) throw defect(fmt::format("the {} cannot be unpacked", what));
        return std::move(*result);
    }
    [[nodiscard]] Directory directory(const FileSection& section, std::uint8_t compression, const char* what) const {
        auto entries = read_directory(unpacked(section, compression, what));
        if (!entries || !std::ranges::is_sorted(*entries, {}, &PmtilesEntry::id)) {
            throw defect(fmt::format("the {} is damaged", what));
        }
        return std::move(*entries);
    }

private:
    std::string name_;
    ReadOnlyFile file_;
};

PmtilesHeader checked_header(const PmtilesFile& file) {
    const auto header = read_header(file.read({0, pmtiles_header_bytes}, "header"));
    if (!header) throw file.defect("this is no PMTiles archive of version 3");
    if (header->internal_compression != pmtiles_gzip && header->internal_compression != pmtiles_no_compression) {
        throw file.defect("its directories are packed with brotli or zstd; papar and browsers read gzip only");
    }
    if (header->tile_compression > pmtiles_gzip) {
        throw file.defect("its tiles are packed with brotli or zstd; papar takes gzip or none");
    }
    if (!format_of_pmtiles_type(header->tile_type)) throw file.defect("it does not say what its tiles are");
    return *header;
}

ArchiveFacts facts_of(const PmtilesFile& file, const PmtilesHeader& header) {
    ArchiveFacts facts;
    facts.words = *format_of_pmtiles_type(header.tile_type);
    facts.min_zoom = header.min_zoom;
    facts.max_zoom = header.max_zoom;
    if (header.west < header.east && header.south < header.north) {
        constexpr double unit = 1e-7;
        facts.bounds = {header.west * unit, header.south * unit, header.east * unit, header.north * unit};
    }
    const Bytes text = file.unpacked(header.metadata, header.internal_compression, "metadata");
    facts.metadata = nlohmann::ordered_json::parse(
        std::string_view(reinterpret_cast<const char*>(text.data()), text.size()), nullptr, false);
    if (!facts.metadata.is_object()) facts.metadata = nlohmann::ordered_json::object();
    return facts;
}

class PmtilesArchive : public TileArchive {
public:
    explicit PmtilesArchive(std::unique_ptr<PmtilesFile> file)
        : TileArchive(facts_of(*file, checked_header(*file))),
          file_(std::move(file)),
          header_(checked_header(*file_)),
          root_(file_->directory(header_.root, header_.internal_compression, "root directory")) {}

    std::optional<ArchivedTile> tile(const Tile& tile, int /*scale*/) override {
        const std::uint64_t id = tile_id(tile);
        const Directory* directory = &root_;
        for (int depth = 0; depth < deepest_directory; ++depth) {
            const auto after = std::ranges::upper_bound(*directory, id, {}, &PmtilesEntry::id);
            if (after == directory->begin()) return std::nullopt;
            const PmtilesEntry& entry = *std::prev(after);
            if (entry.run > 0) {
                if (id - entry.id >= entry.run) return std::nullopt;
                return content(entry);
            }
            directory = &leaf({header_.leaves.offset + entry.offset, entry.bytes});
        }
        throw file_->defect("its leaf directories lead in a circle");
    }

private:
    ArchivedTile content(const PmtilesEntry& entry) const {
        if (entry.bytes > most_tile_bytes) throw file_->defect("an entry claims a tile of more than 64 MB");
        ArchivedTile tile{file_->read({header_.data.offset + entry.offset, entry.bytes}, "tile data")};
        tile.gzipped = facts().words.pmtiles_type == pmtiles_mvt && begins_as_gzip(tile.bytes);
        return tile;
    }

    // The leaf used last comes first; the one not used for longest makes room.
    const Directory& leaf(const FileSection& section) {
        auto found = std::ranges::find(leaves_, section.offset, &Leaf::offset);
        if (found == leaves_.end()) {
            if (leaves_.size() == most_leaves) leaves_.pop_back();
            leaves_.push_back(
                {section.offset, file_->directory(section, header_.internal_compression, "leaf directory")});
            found = std::prev(leaves_.end());
        }
        std::rotate(leaves_.begin(), found, std::next(found));
        return leaves_.front().entries;
    }

    struct Leaf {
        std::uint64_t offset = 0;
        Directory entries;
    };
    std::unique_ptr<PmtilesFile> file_;
    PmtilesHeader header_;
    Directory root_;
    std::vector<Leaf> leaves_;
};

}  // namespace

std::unique_ptr<TileArchive> open_pmtiles(const std::filesystem::path& file) {
    return std::make_unique<PmtilesArchive>(std::make_unique<PmtilesFile>(file));
}

}  // namespace papar
