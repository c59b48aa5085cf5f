#include "engine/tiles/vector_layer.hpp"

#include "engine/io/geos_session.hpp"
#include "engine/zones/single_polygon.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace papar {
namespace {

constexpr std::uint64_t hashed_ids = std::uint64_t{1} << 52U;

double shell_area(const Shape& shape, const PolygonRings& polygon) {
    const Ring& ring = shape.rings[polygon.first];
    const Vertex& origin = shape.vertices[ring.first];
    double sum = 0;
    for (std::size_t i = ring.first + 1; i < ring.first + ring.count; ++i) {
        const Vertex &p = shape.vertices[i - 1], &q = shape.vertices[i];
        sum += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
    }
    return std::abs(sum) / 2;
}

Vertex label_place(const Shape& shape) {
    if (shape.empty()) {
        return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    }
    const auto largest =
        std::max_element(shape.polygons.begin(), shape.polygons.end(),
                         [&](const auto& a, const auto& b) { return shell_area(shape, a) < shell_area(shape, b); });
    const GeosSession geos;
    return geos.point_inside(geos.multipolygon(single_polygon(shape, *largest)).get());
}

}  // namespace

std::uint64_t feature_id(std::string_view code) {
    std::uint64_t number = 0;
    bool digits = false;
    for (const char c : code) {
        if (c >= '0' && c <= '9') {
            digits = true;
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
        }
        if ((c != '.' && (c < '0' || c > '9')) || number >= hashed_ids) {
            digits = false;
            break;
        }
    }
    if (digits) {
        return number;
    }
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a, 64 bits
    for (const char c : code) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hashed_ids | (hash >> 12U);
}

std::vector<Vertex> label_places(const std::vector<const Shape*>& shapes) {
    std::vector<Vertex> places(shapes.size());
    tbb::parallel_for(std::size_t{0}, shapes.size(), [&](std::size_t i) { places[i] = label_place(*shapes[i]); });
    return places;
}

nlohmann::ordered_json vector_layers_json(const std::vector<VectorLayer>& layers) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    const auto add = [&](const VectorLayer& layer, const std::string& id, bool label) {
        nlohmann::ordered_json fields = nlohmann::ordered_json::object();
        nlohmann::ordered_json titles = nlohmann::ordered_json::object();
        for (const Column& column : layer.attributes->columns) {
            const auto& labels = layer.label_columns;
            if (!label || std::find(labels.begin(), labels.end(), column.name) != labels.end()) {
                fields[column.name] = column.type == ColumnType::text ? "String" : "Number";
                titles[column.name] = column.title;
            }
        }
        all.push_back({{"id", id},
                       {"description", layer.title},
                       {"minzoom", layer.min_zoom},
                       {"maxzoom", layer.max_zoom},
                       {"fields", fields},
                       {"titles", titles}});
    };
    for (const VectorLayer& layer : layers) {
        add(layer, layer.id, false);
        if (!layer.label_places.empty()) {
            add(layer, layer.id + "_label", true);
        }
    }
    return all;
}

}  // namespace papar
