#include "engine/tiles/web_style.hpp"

#include "engine/output/class_colours.hpp"
#include "engine/tiles/choropleths.hpp"
#include "engine/tiles/shipped_styles.hpp"
#include "engine/tiles/zone_tiles.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace papar {

namespace {

// A layer of the vector tiles and the zooms at which the map shows its zones filled.
struct ShownLevel {
    LevelWords words;
    int min_zoom = 0;
    std::optional<int> max_zoom;  // where the finer level takes over
};

// The finest first.
std::vector<ShownLevel> shown_levels(const ResultWords& words, const Json& vector_layers) {
    std::vector<ShownLevel> levels;
    for (const LevelWords& level : words.levels) {
        for (const Json& layer : vector_layers) {
            if (layer["id"] != level.layer) continue;
            const std::optional<int> finer = levels.empty() ? std::nullopt : std::optional(levels.back().min_zoom);
            levels.push_back({level, layer["minzoom"].get<int>(), finer});
        }
    }
    return levels;
}

class StyleWriter {
public:
    StyleWriter(const ResultWords& words, const std::string& url)
        : words_(words), url_(url), look_(Json::parse(shipped_styles().at("peta"))) {
        layers_ = Json::array({layer("latar", "background", look_["background"])});
    }

    [[nodiscard]] const Json& look() const { return look_; }

    void add_source(const PublishedTiles& tiles) {
        Json& source = sources_[tiles.name];
        source = {{"type", tiles.vectors() ? "vector" : "raster"}, {"url", url_ + "/" + tiles.name + ".json"}};
        if (!tiles.vectors()) source["tileSize"] = tiles.tile_json.value("tileSize", 256);
    }

    // Of a raster or a choropleth: all but the first are hidden.
    void begin_theme(const std::string& id, const std::string& title) {
        themes_.push_back({{"id", id}, {"title", title}, {"layers", Json::array()}});
    }
    void add_to_theme(Json added, Json legend) {
        added["layout"]["visibility"] = themes_.size() == 1 ? "visible" : "none";
        added["metadata"] = {{"papar:legend", std::move(legend)}};
        themes_.back()["layers"].push_back(added["id"]);
        layers_.push_back(std::move(added));
    }
    void add(Json added) { layers_.push_back(std::move(added)); }

    // A layer that looks as the template says.
    static Json layer(const std::string& id, const char* type, const Json& look) {
        Json json = {{"id", id}, {"type", type}};
        json.update(look);
        return json;
    }
    static Json zone_layer(const std::string& id, const char* type, const ShownLevel& level, const std::string& layer,
                           const Json& look) {
        Json json = {{"id", id}, {"type", type}, {"source", zone_tiles_name}, {"source-layer", layer}};
        json["minzoom"] = level.min_zoom;
        json.update(look);
        return json;
    }

    [[nodiscard]] Json finished(std::span<const PublishedTiles> tiles) const {
        Json style = {{"version", 8}, {"name", words_.title}};
        if (!tiles.empty()) {
            const Json& centre = tiles.back().tile_json["center"];  // "wilayah" comes last among the names
            style["center"] = {centre[0], centre[1]};
            style["zoom"] = std::max(centre[2].get<int>() - 1, 0);  // the map's zooms count tiles of 512 pixels
        }
        style["metadata"] = {{"papar:note", words_.note}, {"papar:themes", themes_}};
        style["sources"] = sources_;
        style["layers"] = layers_;
        return style;
    }

private:
    const ResultWords& words_;
    const std::string& url_;
    Json look_;
    Json sources_ = Json::object();
    Json layers_;
    Json themes_ = Json::array();
};

// Of no theme: it stays under all of them.
void add_base_maps(std::span<const PublishedTiles> tiles, StyleWriter& style) {
    for (const PublishedTiles& each : tiles) {
        if (!each.base_map()) continue;
        Json layer = StyleWriter::layer(each.name, "raster", style.look()["relief"]);
        layer["source"] = each.name;
        style.add(std::move(layer));
    }
}

// The first hazard's class, if there is one, then all by name.
void add_rasters(const ResultWords& words, std::span<const PublishedTiles> tiles, StyleWriter& style) {
    std::vector<const PublishedTiles*> rasters;
    for (const PublishedTiles& each : tiles) {
        if (!each.vectors() && !each.base_map()) rasters.push_back(&each);
    }
    const std::string first = words.hazards.empty() ? "" : words.hazards.front().id + "_bahaya_kelas";
    std::ranges::stable_sort(rasters, {}, [&](const PublishedTiles* each) { return each->name != first; });
    for (const PublishedTiles* each : rasters) {
        style.begin_theme(each->name, each->tile_json["name"].get<std::string>());
        Json legend = Json::array();
        for (const Json& one : each->tile_json.value("classes", Json::array())) {
            legend.push_back({{"name", one["name"]}, {"colour", one["colour"]}});
        }
        Json layer = StyleWriter::layer(each->name, "raster", style.look()["raster"]);
        layer["source"] = each->name;
        style.add_to_theme(std::move(layer), std::move(legend));
    }
}

void add_choropleths(const ResultWords& words, const std::vector<ShownLevel>& levels, const Json& vector_layers,
                     const HighestFigure& highest, StyleWriter& style) {
    for (const HazardWords& hazard : words.hazards) {
        for (const Choropleth& theme : choropleths(words, hazard)) {
            const auto has_column = [&](const Json& layer) { return layer["fields"].contains(theme.column); };
            if (!std::ranges::any_of(vector_layers, has_column)) continue;
            style.begin_theme(theme.id, theme.title);
            for (const ShownLevel& level : levels) {
                const Fill fill = theme.fill(highest(level.words.layer, theme.column), style.look()["people"]);
                Json layer = StyleWriter::zone_layer(theme.id + "-" + level.words.layer, "fill", level,
                                                     level.words.layer, style.look()["choropleth"]);
                if (level.max_zoom) layer["maxzoom"] = *level.max_zoom;
                layer["paint"]["fill-color"] = fill.colour;
                style.add_to_theme(std::move(layer), fill.legend);
            }
        }
    }
}

// The template of a level: the finest, those above; the last one for all further.
const Json& look_of(const Json& list, std::size_t level) {
    return list[std::min(level, list.size() - 1)];
}

void add_borders_and_names(const std::vector<ShownLevel>& levels, StyleWriter& style) {
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string& name = levels[i].words.layer;
        style.add(
            StyleWriter::zone_layer("batas-" + name, "line", levels[i], name, look_of(style.look()["borders"], i)));
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string& name = levels[i].words.layer;
        Json layer = StyleWriter::zone_layer("nama-" + name, "symbol", levels[i], name + "_label",
                                             look_of(style.look()["labels"], i));
        if (levels[i].max_zoom) layer["maxzoom"] = *levels[i].max_zoom + 1;  // both for a while
        layer["layout"]["text-field"] = {"get", "nama"};
        style.add(std::move(layer));
    }
}

}  // namespace

std::vector<double> people_limits(double highest) {
    constexpr std::size_t most = 4;
    std::vector<double> limits;
    if (!(highest > 1)) return limits;
    for (double ten = std::pow(10, std::floor(std::log10(highest))); ten >= 1 && limits.size() < most; ten /= 10) {
        for (const double step : {5.0, 2.0, 1.0}) {
            if (step * ten < highest && limits.size() < most) limits.push_back(step * ten);
        }
    }
    std::ranges::reverse(limits);
    return limits;
}

Json web_style(const ResultWords& words, std::span<const PublishedTiles> tiles, const std::string& url,
               const HighestFigure& highest) {
    StyleWriter style(words, url);
    for (const PublishedTiles& each : tiles) style.add_source(each);
    add_base_maps(tiles, style);
    add_rasters(words, tiles, style);
    const auto zones = std::ranges::find(tiles, zone_tiles_name, &PublishedTiles::name);
    if (zones != tiles.end()) {
        const Json& vector_layers = zones->tile_json["vector_layers"];
        const std::vector<ShownLevel> levels = shown_levels(words, vector_layers);
        add_choropleths(words, levels, vector_layers, highest, style);
        add_borders_and_names(levels, style);
    }
    return style.finished(tiles);
}

}  // namespace papar
