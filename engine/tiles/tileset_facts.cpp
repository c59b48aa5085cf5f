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

std::string zoomed_out(Overview overview, bool values, bool id) {
    if (overview == Overview::sum) {
        return id ? ". Penduduk per km² luas tanah sebenarnya; pada tampilan yang diperkecil, satu piksel menjumlahkan "
                    "semua penduduk di dalamnya."
                  : ". People per km² of true ground area; zoomed out, a pixel adds up all people inside it.";
    }
    const char* what = overview == Overview::max ? (values ? (id ? "nilai tertinggi" : "highest value")
                                                           : (id ? "kelas tertinggi" : "highest class"))
                       : values                  ? (id ? "nilai yang terbanyak" : "most frequent value")
                                                 : (id ? "kelas yang terbanyak" : "most frequent class");
    return fmt::format(fmt::runtime(id ? ". Pada tampilan yang diperkecil, satu piksel menunjukkan {} di dalamnya."
                                       : ". Zoomed out, a pixel shows the {} inside it."),
                       what);
}

// How a client gets the value of a pixel back: low + (n - first) / (last - first) * (high - low), where n is the number
// that the channels make; n of 0, which is also transparent, is no data.
Json encoding_json(const TilesetFacts& facts) {
    const bool wide = facts.value_bits > 8;
    Json json = {{"bits", facts.value_bits},
                 {"number", wide ? "256 * R + G" : "R"},
                 {"no_data", 0},
                 {"first", 1},
                 {"last", wide ? 65535 : 255},
                 {"low", 0},
                 {"high", 1},
                 {"value", wide ? "(number - 1) / 65534" : "(number - 1) / 254"}};
    if (!facts.limits.empty()) json["limits"] = facts.limits;
    return json;
}

}  // namespace

MapCentre centre_of(const TilesetFacts& facts) {
    const LonLatBox& box = facts.bounds;
    const double south = mercator_y(box.south);
    const double north = mercator_y(box.north);
    const double longest = std::max(mercator_x(box.east) - mercator_x(box.west), north - south);
    const double fits = std::floor(std::log2(2 * mercator_half_m / longest));
    constexpr double tiles_on_a_screen = 1;  // zooms: a screen is about two tiles wide
    return {{facts.centre_lon.value_or((box.west + box.east) / 2), lat_of((south + north) / 2)},
            static_cast<int>(std::clamp(fits + tiles_on_a_screen, static_cast<double>(facts.min_zoom),
                                        static_cast<double>(facts.max_zoom)))};
}

std::string legend_text(const TilesetFacts& facts) {
    const bool id = facts.language == Language::id;
    if (facts.overview == Overview::mean) {
        return facts.title + (id ? ": bayangan permukaan tanah dalam cahaya dari barat laut"
                                 : ": the ground in light from the north-west");
    }
    std::string text = facts.title + ":";
    if (facts.value_bits > 0) {
        text += id ? " nilai indeks 0 sampai 1, untuk dibaca program" : " values of the index, 0 to 1, for programs";
    } else {
        for (const LegendClass& each : facts.legend) {
            text += fmt::format("{} {} ({})", &each == facts.legend.data() ? "" : ",", each.name, each.colour);
        }
    }
    return text + zoomed_out(facts.overview, facts.value_bits > 0, id);
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
    Json json = {{"name", facts.title},
                 {"description", description_of(facts)},
                 {"attribution", html_text(facts.attribution)},
                 {"version", "1.0.0"},  // of the tile set, as semver
                 {"type", facts.overview == Overview::mean ? "baselayer" : "overlay"},
                 {"format", words_of(facts.format).mbtiles}};
    if (facts.format == TileFormat::mvt) {
        json["vector_layers"] = facts.vector_layers;
        if (!facts.findings.empty()) json["findings"] = findings_json(facts.findings);
    } else {
        json["tileSize"] = facts.tile_pixels;
        if (facts.overview == Overview::mean) return json;  // a picture: no classes to explain
        json["legend"] = html_text(legend_text(facts));
        json["classes"] = classes_json(facts.legend);
        if (facts.value_bits > 0) json["encoding"] = encoding_json(facts);
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
    if (facts.retina) {
        json["retina"] = {
            {"tiles", {fmt::format("{}/{}/{{z}}/{{x}}/{{y}}@2x{}", url, facts.name, words_of(facts.format).extension)}},
            {"tileSize", 2 * facts.tile_pixels}};
    }
    return json;
}

}  // namespace papar
