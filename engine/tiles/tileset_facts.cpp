#include "engine/tiles/tileset_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

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

Json common_metadata(const TilesetFacts& facts) {
    Json classes = Json::array();
    for (const LegendClass& each : facts.legend) {
        classes.push_back({{"value", each.value}, {"name", each.name}, {"colour", each.colour}});
    }
    return {{"name", facts.title},
            {"description", legend_text(facts)},
            {"attribution", html_text(facts.attribution)},
            {"version", "1.0.0"},  // of the tile set, as semver
            {"type", "overlay"},
            {"format", "png"},
            {"tileSize", facts.tile_pixels},
            {"legend", html_text(legend_text(facts))},
            {"classes", classes}};
}

Json tile_json(const TilesetFacts& facts, const std::string& url) {
    const MapCentre centre = centre_of(facts);
    Json json = {{"tilejson", "3.0.0"},
                 {"tiles", {fmt::format("{}/{}/{{z}}/{{x}}/{{y}}.png", url, facts.name)}},
                 {"scheme", "xyz"},
                 {"minzoom", facts.min_zoom},
                 {"maxzoom", facts.max_zoom},
                 {"bounds", {facts.bounds.west, facts.bounds.south, facts.bounds.east, facts.bounds.north}},
                 {"center", {centre.at.lon, centre.at.lat, centre.zoom}}};
    json.update(common_metadata(facts));
    return json;
}

}  // namespace papar
