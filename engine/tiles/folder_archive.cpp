#include "engine/base/error.hpp"
#include "engine/io/read_only_file.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/plain_number.hpp"
#include "engine/tiles/tile_archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// The folder's own folders that are named as numbers, the smallest first.
std::vector<std::uint32_t> numbered_folders(const fs::path& folder) {
    std::vector<std::uint32_t> numbers;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        const auto number = plain_number(entry.path().filename().string());
        if (number && entry.is_directory(problem)) numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

// Format and scales from the first column of the first zoom.
void look_at_tiles(const fs::path& column, ArchiveFacts& facts) {
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(column, problem)) {
        const auto words = format_named(entry.path().extension().string());
        if (!words) continue;
        facts.words = *words;
        for (const char* other : {".pbf", ".jpeg"}) {  // other programs' names for it: those of the files
            if (entry.path().extension() == other) facts.words.extension = other;
        }
        facts.has_2x = facts.has_2x || entry.path().stem().string().ends_with("@2x");
    }
}

// What tippecanoe and mbutil write into the folder.
Json metadata_of(const fs::path& folder) {
    std::error_code problem;
    const fs::path file = folder / "metadata.json";
    if (!fs::is_regular_file(file, problem)) return Json::object();
    Json metadata = Json::parse(read_back(file), nullptr, false);
    if (!metadata.is_object()) return Json::object();
    unfold_json(metadata);
    return metadata;
}

ArchiveFacts facts_of(const fs::path& folder) {
    const auto zooms = numbered_folders(folder);
    ArchiveFacts facts;
    facts.words = {};
    if (!zooms.empty()) {
        const fs::path first = folder / std::to_string(zooms.front());
        const auto columns = numbered_folders(first);
        if (!columns.empty()) look_at_tiles(first / std::to_string(columns.front()), facts);
    }
    if (facts.words.extension.empty() || zooms.back() > deepest_tile_zoom) {
        throw error(ErrorKind::input, "{}: no folder of tiles z/x/y.png, .webp, .jpg or .mvt", folder.string());
    }
    facts.min_zoom = static_cast<int>(zooms.front());
    facts.max_zoom = static_cast<int>(zooms.back());
    facts.metadata = metadata_of(folder);
    if (facts.metadata.contains("bounds") && facts.metadata["bounds"].is_string()) {
        facts.bounds = box_of_text(facts.metadata["bounds"].get<std::string>());
    }
    return facts;
}

std::vector<std::byte> content_of(const fs::path& file) try {
    const ReadOnlyFile opened(file);
    std::vector<std::byte> bytes(opened.size());
    if (!opened.read(0, bytes)) throw error(ErrorKind::input, "{}: the tile cannot be read", file.string());
    return bytes;
} catch (const std::system_error& problem) {
    throw error(ErrorKind::input, "{}: the tile cannot be read ({})", file.string(), problem.code().message());
}

class FolderArchive : public TileArchive {
public:
    explicit FolderArchive(const fs::path& folder) : TileArchive(facts_of(folder)), folder_(fs::canonical(folder)) {}

    std::optional<ArchivedTile> tile(const Tile& tile, int scale) override {
        const fs::path named = folder_ / std::to_string(tile.zoom) / std::to_string(tile.x) /
                               fmt::format("{}{}{}", tile.y, scale == 2 ? "@2x" : "", facts().words.extension);
        std::error_code problem;
        const fs::path real = fs::canonical(named, problem);
        // A link may lead to another tile of the folder, not out of it.
        const bool inside = std::ranges::mismatch(folder_, real).in1 == folder_.end();
        if (problem || !inside || !fs::is_regular_file(real, problem)) return std::nullopt;
        ArchivedTile found{content_of(real)};
        found.gzipped = facts().words.pmtiles_type == pmtiles_mvt && begins_as_gzip(found.bytes);
        return found;
    }

private:
    fs::path folder_;
};

}  // namespace

bool is_tile_folder(const fs::path& folder) {
    return !numbered_folders(folder).empty();
}

std::unique_ptr<TileArchive> open_tile_folder(const fs::path& folder) {
    return std::make_unique<FolderArchive>(folder);
}

}  // namespace papar
