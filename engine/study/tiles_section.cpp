#include "engine/study/tiles_section.hpp"

#include <algorithm>
#include <optional>

namespace papar {

namespace {

// The study's words for the formats, and where they stand in the settings.
constexpr Words<bool TileFormats::*, 3> tile_format_words{
    {{"pmtiles", &TileFormats::pmtiles}, {"mbtiles", &TileFormats::mbtiles}, {"dir", &TileFormats::folder}}};

TileFormats read_formats(const Section& section) {
    TileFormats formats;
    if (section.find("formats") == nullptr) return formats;
    formats.pmtiles = false;
    for (const std::string& word : section.texts("formats")) {
        const auto* known = std::ranges::find(tile_format_words, word, &Word<bool TileFormats::*>::word);
        if (known == tile_format_words.end()) {
            throw section.wrong("formats", "names \"{}\"; formats are pmtiles, mbtiles and dir", word);
        }
        formats.*known->value = true;
    }
    return formats;
}

std::optional<ZoomRange> read_zooms(const Section& section) {
    if (section.find("zoom") == nullptr) return std::nullopt;
    const std::vector<double> zooms = section.integers("zoom");
    constexpr int deepest = 26;  // of the tile matrix: 1 mm
    if (zooms.size() != 2 || zooms[0] < 0 || zooms[1] < zooms[0] || zooms[1] > deepest) {
        throw section.wrong("zoom", "must be the first and the last zoom, 0 to {}, e.g. [6, 13]", deepest);
    }
    return ZoomRange{static_cast<int>(zooms[0]), static_cast<int>(zooms[1])};
}

}  // namespace

const std::vector<std::string>& tiles_keys() {
    static const std::vector<std::string> keys{"formats", "zoom",        "rasters", "people", "limits",
                                               "values",  "overview",    "size",    "image",  "retina",
                                               "url",     "attribution", "terrain"};
    return keys;
}

TilesSettings read_tiles(const Section& section, const std::filesystem::path& folder) {
    TilesSettings tiles;
    tiles.formats = read_formats(section);
    tiles.zooms = read_zooms(section);
    if (section.find("rasters") != nullptr) tiles.rasters = section.texts("rasters");
    if (section.find("limits") != nullptr) tiles.limits = section.rising_numbers("limits", 0);
    if (section.find("overview") != nullptr) tiles.overview = section.choice("overview", overview_words);
    tiles.tile_pixels = section.integer("size", tiles.tile_pixels, 256, 512);
    if (tiles.tile_pixels != 256 && tiles.tile_pixels != 512) {
        throw section.wrong("size", "is {}; tiles have 256 or 512 pixels a side", tiles.tile_pixels);
    }
    tiles.people = section.truth("people", false);
    if (section.find("terrain") != nullptr) {
        tiles.terrain.name = section.text("terrain");
        tiles.terrain.path = folder / tiles.terrain.name;
        tiles.terrain.where = section.place("terrain");
    }
    tiles.webp = section.choice("image", image_words, false);
    tiles.value_bits = section.integer("values", 0, 0, 16);
    if (tiles.value_bits != 0 && tiles.value_bits != 8 && tiles.value_bits != 16) {
        throw section.wrong("values", "is {}; values of an index have 8 or 16 bits", tiles.value_bits);
    }
    tiles.retina = section.truth("retina", false);
    if (tiles.retina && (!tiles.formats.folder || tiles.tile_pixels != 256)) {
        throw section.wrong("retina",
                            "stands for images of 512 pixels beside those of 256 in a folder; it needs \"dir\" "
                            "among the formats, and no size");
    }
    tiles.url = section.text("url", tiles.url);
    while (tiles.url.ends_with('/')) tiles.url.pop_back();
    tiles.attribution = section.text("attribution", "");
    return tiles;
}

nlohmann::ordered_json tiles_json(const TilesSettings& tiles) {
    nlohmann::ordered_json json = {{"formats", nlohmann::ordered_json::array()}};
    for (const auto& [word, format] : tile_format_words) {
        if (tiles.formats.*format) json["formats"].push_back(word);
    }
    if (tiles.zooms) json["zoom"] = {tiles.zooms->min_zoom, tiles.zooms->max_zoom};
    if (!tiles.rasters.empty()) json["rasters"] = tiles.rasters;
    if (tiles.people) json["people"] = true;
    if (!tiles.terrain.name.empty()) json["terrain"] = tiles.terrain.name;
    if (!tiles.limits.empty()) json["limits"] = tiles.limits;
    if (tiles.overview) json["overview"] = word_of(overview_words, *tiles.overview);
    json["size"] = tiles.tile_pixels;
    if (tiles.webp) json["image"] = word_of(image_words, true);
    if (tiles.value_bits > 0) json["values"] = tiles.value_bits;
    if (tiles.retina) json["retina"] = true;
    json["url"] = tiles.url;
    if (!tiles.attribution.empty()) json["attribution"] = tiles.attribution;
    return json;
}

}  // namespace papar
