#include "engine/tiles/tile_archive.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/plain_number.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

// PMTiles' numbers of the formats that papar does not write.
constexpr std::uint8_t pmtiles_jpeg = 3;
constexpr std::uint8_t pmtiles_avif = 5;
constexpr std::array<TileFormatWords, 5> formats = {words_of(TileFormat::png),
                                                    words_of(TileFormat::webp),
                                                    words_of(TileFormat::mvt),
                                                    {".jpg", "jpg", "image/jpeg", pmtiles_jpeg},
                                                    {".avif", "avif", "image/avif", pmtiles_avif}};

// "1.2.3", perhaps with "-rc.1" or "+build" behind (semver.org, 2.0.0).
bool is_semver(const Json& version) {
    if (!version.is_string()) return false;
    const std::string text = version.get<std::string>();
    const std::size_t end = std::min(text.find_first_of("-+"), text.size());
    std::size_t numbers = 0;
    for (std::size_t begin = 0, dot = 0; begin <= end; begin = dot + 1, ++numbers) {
        dot = std::min(text.find('.', begin), end);
        if (!plain_number(std::string_view(text).substr(begin, dot - begin))) return false;
    }
    const auto in_suffix = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '+' || c == '-'; };
    return numbers == 3 && end + 1 != text.size() &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), in_suffix);
}

// The middle of the bounds, at a zoom of the archive at which they fill about a screen of two tiles.
Json centre_of(const ArchiveFacts& facts) {
    const LonLatBox& box = *facts.bounds;
    const double widest = std::max({box.east - box.west, box.north - box.south, 1e-6});
    const double zoom = std::floor(std::log2(360 / widest)) + 1;
    return {
        (box.west + box.east) / 2, (box.south + box.north) / 2,
        static_cast<int>(std::clamp(zoom, static_cast<double>(facts.min_zoom), static_cast<double>(facts.max_zoom)))};
}

}  // namespace

std::unique_ptr<TileArchive> open_tile_archive(const std::filesystem::path& path) {
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem)) return open_tile_folder(path);
    std::ifstream file(path, std::ios::binary);
    std::string begin(16, '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (!file && !file.eof()) {
        throw error(ErrorKind::input, "{}: the file cannot be read; check its name and your rights", path.string());
    }
    if (begin.starts_with("PMTiles")) return open_pmtiles(path);
    if (begin.starts_with("SQLite format 3")) return open_mbtiles(path);
    throw error(ErrorKind::input,
                "{}: neither PMTiles nor MBTiles, by its first bytes; give an archive of tiles or a folder z/x/y.png",
                path.string());
}

std::optional<TileFormatWords> format_named(std::string_view name) {
    if (name.starts_with('.')) name.remove_prefix(1);
    if (name == "jpeg") name = "jpg";
    const auto* const found = std::ranges::find_if(formats, [&](const TileFormatWords& words) {
        return words.extension.substr(1) == name || words.mbtiles == name;
    });
    return found != formats.end() ? std::optional(*found) : std::nullopt;
}

std::optional<TileFormatWords> format_of_pmtiles_type(std::uint8_t type) {
    const auto* const found = std::ranges::find(formats, type, &TileFormatWords::pmtiles_type);
    return found != formats.end() ? std::optional(*found) : std::nullopt;
}

std::optional<LonLatBox> box_of_text(const std::string& text) {
    std::istringstream stream(text);
    LonLatBox box;
    char comma = 0;
    if (!(stream >> box.west >> comma >> box.south >> comma >> box.east >> comma >> box.north) ||
        box.west >= box.east || box.south >= box.north) {
        return std::nullopt;
    }
    return box;
}

void unfold_json(Json& metadata) {
    const auto text = metadata.find("json");
    if (text == metadata.end() || !text->is_string()) return;
    const Json members = Json::parse(text->get<std::string>(), nullptr, false);
    metadata.erase("json");
    for (const auto& [name, value] : members.items()) {
        if (members.is_object() && !metadata.contains(name)) metadata[name] = value;
    }
}

bool begins_as_gzip(const std::vector<std::byte>& bytes) {
    return bytes.size() > 2 && bytes[0] == std::byte{0x1f} && bytes[1] == std::byte{0x8b};
}

Json tile_json(const ArchiveFacts& facts, const std::string& name, const std::string& tiles_url) {
    Json json = {{"tilejson", "3.0.0"},
                 {"tiles", {tiles_url}},
                 {"scheme", "xyz"},
                 {"name", name},
                 {"minzoom", facts.min_zoom},
                 {"maxzoom", facts.max_zoom},
                 {"format", facts.words.mbtiles}};
    if (facts.bounds) {
        json["bounds"] = {facts.bounds->west, facts.bounds->south, facts.bounds->east, facts.bounds->north};
        json["center"] = centre_of(facts);
    }
    for (const char* key : {"name", "description", "attribution", "legend", "type"}) {
        if (facts.metadata.contains(key) && facts.metadata[key].is_string()) json[key] = facts.metadata[key];
    }
    if (facts.metadata.contains("version") && is_semver(facts.metadata["version"])) {
        json["version"] = facts.metadata["version"];
    }
    const auto layers = facts.metadata.find("vector_layers");
    if (layers != facts.metadata.end() && layers->is_array()) json["vector_layers"] = *layers;
    return json;
}

}  // namespace papar
