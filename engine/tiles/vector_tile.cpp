#include "engine/tiles/vector_tile.hpp"

#include "engine/tiles/gzip.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>

namespace papar {
namespace {

std::optional<TagValue> known_value(Value&& value) {
    return std::visit(
        [](auto&& known) -> std::optional<TagValue> {
            using Known = std::decay_t<decltype(known)>;
            if constexpr (std::is_same_v<Known, std::monostate>) {
                return std::nullopt;
            } else if constexpr (std::is_same_v<Known, double>) {
                return std::isfinite(known) ? std::optional<TagValue>(known) : std::nullopt;
            } else {
                return std::forward<decltype(known)>(known);
            }
        },
        std::move(value));
}

// The tags of all rows.
std::vector<TileWords::Tags> add_layer(TileWords& words, const VectorLayer& layer, std::uint32_t first, bool labels) {
    TileWords::Layer& entry = words.layers.emplace_back();
    entry.name = labels ? layer.id + "_label" : layer.id;
    entry.first_feature = first;
    entry.features = static_cast<std::uint32_t>(layer.shapes.size());
    entry.labels = labels;
    std::vector<TileWords::Tags> tags(layer.shapes.size());
    std::unordered_map<TagValue, std::uint32_t> places;
    for (const Column& column : layer.attributes->columns) {
        const auto& wanted = layer.label_columns;
        if (labels && std::find(wanted.begin(), wanted.end(), column.name) == wanted.end()) {
            continue;
        }
        const auto key = static_cast<std::uint32_t>(entry.keys.size());
        entry.keys.push_back(column.name);
        for (std::size_t row = 0; row < tags.size(); ++row) {
            if (std::optional<TagValue> value = known_value(column.value(row))) {
                const auto next = static_cast<std::uint32_t>(entry.values.size());
                const auto [known, fresh] = places.try_emplace(std::move(*value), next);
                if (fresh) {
                    entry.values.push_back(known->first);
                }
                tags[row].push_back({key, known->second});
            }
        }
    }
    return tags;
}

void add_labels(TileWords& words, const VectorLayer& layer, std::uint32_t first, MapCoordinates coordinates) {
    std::vector<TileWords::Tags> tags = add_layer(words, layer, first, true);
    for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
        const Vertex& at = layer.label_places[row];
        if (!std::isfinite(at.x) || !std::isfinite(at.y)) {
            continue;  // an empty shape
        }
        words.label_places.push_back(world_place(at, coordinates));
        words.label_feature.push_back(first + static_cast<std::uint32_t>(row));
        words.label_tags.push_back(std::move(tags[row]));
    }
}

std::int64_t area_of(const TilePolygons& polygons) {
    std::int64_t sum = 0;
    for (const GridRing& ring : polygons.rings) {
        sum += twice_area(ring);
    }
    return sum;
}

TileBytes bytes_of(const std::vector<const TilePolygons*>& polygons, const std::vector<GridRing>& label_rings,
                   const TileContent& content, const TileWords& words) {
    std::vector<MvtLayer> layers;
    for (const TileWords::Layer& words_of : words.layers) {
        MvtLayer layer{words_of.name, words_of.keys, words_of.values, {}};
        const auto mine = [&](std::uint32_t feature) {
            return feature >= words_of.first_feature && feature - words_of.first_feature < words_of.features;
        };
        if (words_of.labels) {
            for (std::size_t i = 0; i < content.labels.size(); ++i) {
                const std::size_t label = content.labels[i];
                if (mine(words.label_feature[label])) {
                    layer.features.push_back({words.ids[words.label_feature[label]],
                                              MvtGeometry::points,
                                              {&label_rings[i], 1},
                                              words.label_tags[label]});
                }
            }
        } else {
            for (const TilePolygons* p : polygons) {
                if (mine(p->feature)) {
                    layer.features.push_back(
                        {words.ids[p->feature], MvtGeometry::polygons, p->rings, words.polygon_tags[p->feature]});
                }
            }
        }
        layers.push_back(std::move(layer));
    }
    const std::string plain = encode_mvt(layers);
    return plain.empty() ? TileBytes() : gzip(std::as_bytes(std::span(plain)), gzip_tiles_level);
}

}  // namespace

TileWords tile_words(std::span<const VectorLayer* const> layers, MapCoordinates coordinates) {
    TileWords words;
    for (const VectorLayer* layer : layers) {
        const auto first = static_cast<std::uint32_t>(words.ids.size());
        words.ids.insert(words.ids.end(), layer->ids.begin(), layer->ids.end());
        std::ranges::move(add_layer(words, *layer, first, false), std::back_inserter(words.polygon_tags));
        if (!layer->label_places.empty()) {
            add_labels(words, *layer, first, coordinates);
        }
    }
    return words;
}

std::vector<GridPoint> label_points(const TileWords& words, int zoom) {
    const double scale = std::ldexp(double{tile_extent}, zoom);
    const double last = scale - 1;  // the world's far edges belong to the last tile
    std::vector<GridPoint> points;
    for (const Vertex& place : words.label_places) {
        points.push_back({static_cast<std::int32_t>(std::min(std::floor(place.x * scale), last)),
                          static_cast<std::int32_t>(std::min(std::floor(place.y * scale), last))});
    }
    return points;
}

EncodedTile encoded_tile(const TileContent& content, const TileWords& words, std::span<const GridPoint> label_points,
                         std::size_t most_bytes) {
    EncodedTile tile;
    const std::vector<TilePolygons> polygons = tile_polygons(content.features, content.x, content.y, tile.stray_holes);
    std::vector<GridRing> label_rings;
    for (const std::size_t label : content.labels) {
        const GridPoint& p = label_points[label];
        label_rings.push_back({{p.x % tile_extent, p.y % tile_extent}});
    }
    std::vector<const TilePolygons*> kept;
    for (const TilePolygons& p : polygons) {
        kept.push_back(&p);
    }
    while (true) {
        tile.bytes = bytes_of(kept, label_rings, content, words);
        if (tile.bytes.size() <= most_bytes || kept.empty()) {
            return tile;
        }
        const std::size_t less = (kept.size() + 9) / 10;
        tile.dropped += less;
        std::stable_sort(kept.begin(), kept.end(),
                         [](const auto* a, const auto* b) { return area_of(*a) > area_of(*b); });
        kept.resize(kept.size() - less);
        std::sort(kept.begin(), kept.end(), [](const auto* a, const auto* b) { return a->feature < b->feature; });
    }
}

}  // namespace papar
