#include "engine/tiles/vector_tile.hpp"

#include "engine/tiles/gzip.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <variant>

namespace papar {
namespace {

TileWords::Tags tags_of(const Table& table, std::size_t row, const std::vector<std::size_t>& columns) {
    TileWords::Tags tags;
    for (std::uint32_t key = 0; key < columns.size(); ++key) {
        const Value value = table.columns[columns[key]].value(row);
        std::visit(
            [&](const auto& known) {
                using Known = std::decay_t<decltype(known)>;
                if constexpr (std::is_same_v<Known, double>) {
                    if (std::isfinite(known)) {
                        tags.emplace_back(key, known);
                    }
                } else if constexpr (!std::is_same_v<Known, std::monostate>) {
                    tags.emplace_back(key, known);
                }
            },
            value);
    }
    return tags;
}

void add_layer(TileWords& words, const VectorLayer& layer, std::uint32_t first, bool labels) {
    TileWords::Layer entry{
        labels ? layer.id + "_label" : layer.id, {}, first, static_cast<std::uint32_t>(layer.shapes.size()), labels};
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < layer.attributes->columns.size(); ++c) {
        const std::string& name = layer.attributes->columns[c].name;
        const auto& wanted = layer.label_columns;
        if (!labels || std::find(wanted.begin(), wanted.end(), name) != wanted.end()) {
            columns.push_back(c);
            entry.keys.push_back(name);
        }
    }
    words.layers.push_back(std::move(entry));
    for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
        (labels ? words.label_tags : words.polygon_tags).push_back(tags_of(*layer.attributes, row, columns));
    }
}

void add_labels(TileWords& words, const VectorLayer& layer, std::uint32_t first, MapCoordinates coordinates,
                double scale) {
    const std::size_t before = words.label_tags.size();
    add_layer(words, layer, first, true);
    std::vector<TileWords::Tags> tags(words.label_tags.begin() + static_cast<std::ptrdiff_t>(before),
                                      words.label_tags.end());
    words.label_tags.resize(before);
    for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
        const Vertex& at = layer.label_places[row];
        if (!std::isfinite(at.x) || !std::isfinite(at.y)) {
            continue;  // an empty shape
        }
        const Vertex place = world_place(at, coordinates);
        const double last = scale - 1;  // the world's far edges belong to the last tile
        words.label_points.push_back({static_cast<std::int32_t>(std::min(std::floor(place.x * scale), last)),
                                      static_cast<std::int32_t>(std::min(std::floor(place.y * scale), last))});
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
        MvtLayer layer{words_of.name, words_of.keys, {}};
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

TileWords tile_words(std::span<const VectorLayer* const> layers, MapCoordinates coordinates, int zoom) {
    const double scale = std::ldexp(double{tile_extent}, zoom);
    TileWords words;
    for (const VectorLayer* layer : layers) {
        const auto first = static_cast<std::uint32_t>(words.ids.size());
        words.ids.insert(words.ids.end(), layer->ids.begin(), layer->ids.end());
        add_layer(words, *layer, first, false);
        if (!layer->label_places.empty()) {
            add_labels(words, *layer, first, coordinates, scale);
        }
    }
    return words;
}

EncodedTile encoded_tile(const TileContent& content, const TileWords& words, std::size_t most_bytes) {
    EncodedTile tile;
    const std::vector<TilePolygons> polygons = tile_polygons(content.features, content.x, content.y, tile.stray_holes);
    std::vector<GridRing> label_rings;
    for (const std::size_t label : content.labels) {
        const GridPoint& p = words.label_points[label];
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
