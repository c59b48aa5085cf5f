#include "engine/tiles/tileset_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

Json classes_json(const std::vector<LegendClass>& legend) {
    Json classes = Json::array();
    for (const LegendClass& each : legend) {
        classes.push_back({{"value", each.value}, {"name", each.name}, {"colour", each.colour}});
    }
    return classes;
}

Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) list.push_back({{"id", finding.id}, {"sentence", finding.sentence}});
    return list;
}

// "Desa, Kecamatan: batas dan angka setiap wilayah"
std::string layers_text(const TilesetFacts& facts) {
    std::string titles;
    for (const Json& layer : facts.vector_layers) {
        if (layer["id"].get_ref<const std::string&>().ends_with("_label")) continue;
        titles += (titles.empty() ? "" : ", ") + layer["description"].get<std::string>();
    }
    return titles + (facts.language == Language::id ? ": batas dan angka setiap wilayah"
                                                    : ": borders and figures of every zone");
}

}  // namespace

MapCentre centre_of(const TilesetFacts& facts) {
    const LonLatBox& box = facts.bounds;
    const double south = mercator_y(box.south);
    const double north = mercator_y(box.north);
    const double longest = std::max(mercator_x(box.east) - mercator_x(box.west), north - south);
    const double fits = std::floor(std::log2(2 * mercator_half_m / longest));
    constexpr double tiles_on_a_screen = 1;  // zooms: a screen is about two tiles wide
    return {{(box.west + box.east) / 2, lat_of((south + north) / 2)},
            static_cast<int>(std::clamp(fits + tiles_on_a_screen, static_cast<double>(facts.min_zoom),
                                        static_cast<double>(facts.max_zoom)))};
}

std::string legend_text(const TilesetFacts& facts) {
    std::string text = facts.title + ":";
    for (const LegendClass& each : facts.legend) {
        text += fmt::format("{} {} ({})", &each == facts.legend.data() ? "" : ",", each.name, each.colour);
    }
    const bool id = facts.language == Language::id;
    if (facts.overview == Overview::max) {
        return text + (id ? ". Pada tampilan yang diperkecil, satu piksel menunjukkan kelas tertinggi di dalamnya."
                          : ". Zoomed out, a pixel shows the highest class inside it.");
    }
    return text + (id ? ". Pada tampilan yang diperkecil, satu piksel menunjukkan kelas yang terbanyak di dalamnya."
                      : ". Zoomed out, a pixel shows the most frequent class inside it.");
}

std::string html_text(const std::string& text) {
    std::string html;
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

std::string description_of(const TilesetFacts& facts) {
    return facts.format == TileFormat::mvt ? layers_text(facts) : legend_text(facts);
}

Json common_metadata(const TilesetFacts& facts) {
    Json json = {
        {"name", facts.title}, {"description", description_of(facts)},    {"attribution", html_text(facts.attribution)},
        {"version", "1.0.0"},  // of the tile set, as semver
        {"type", "overlay"},   {"format", words_of(facts.format).mbtiles}};
    if (facts.format == TileFormat::mvt) {
        json["vector_layers"] = facts.vector_layers;
        if (!facts.findings.empty()) json["findings"] = findings_json(facts.findings);
    } else {
        json["tileSize"] = facts.tile_pixels;
        json["legend"] = html_text(legend_text(facts));
        json["classes"] = classes_json(facts.legend);
    }
    return json;
}

Json tile_json(const TilesetFacts& facts, const std::string& url) {
    const MapCentre centre = centre_of(facts);
    Json json = {
        {"tilejson", "3.0.0"},
        {"tiles", {fmt::format("{}/{}/{{z}}/{{x}}/{{y}}{}", url, facts.name, words_of(facts.format).extension)}},
        {"scheme", "xyz"},
        {"minzoom", facts.min_zoom},
        {"maxzoom", facts.max_zoom},
        {"bounds", {facts.bounds.west, facts.bounds.south, facts.bounds.east, facts.bounds.north}},
        {"center", {centre.at.lon, centre.at.lat, centre.zoom}}};
    json.update(common_metadata(facts));
    return json;
}

}  // namespace papar
