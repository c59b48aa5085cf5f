#include "engine/zones/shape_edges.hpp"

#include "engine/zones/point_in_shape.hpp"

#include <limits>

namespace papar {

namespace {

std::vector<ShapeEdges::Edge> edges_of(const Shape& shape) {
    std::vector<ShapeEdges::Edge> edges;
    edges.reserve(shape.vertices.size());
    for (const Ring& ring : shape.rings) {
        const Vertex* v = shape.vertices.data() + ring.first;
        for (std::size_t i = 0; i + 1 < ring.count; ++i) {
            const bool upwards = v[i].y != v[i + 1].y ? v[i].y < v[i + 1].y : v[i].x <= v[i + 1].x;
            edges.push_back(upwards ? ShapeEdges::Edge{v[i], v[i + 1]} : ShapeEdges::Edge{v[i + 1], v[i]});
        }
    }
    return edges;
}

Box box_of(const ShapeEdges::Edge& edge) {
    return {{std::min(edge.low.x, edge.high.x), edge.low.y}, {std::max(edge.low.x, edge.high.x), edge.high.y}};
}

std::vector<Box> boxes_of(const std::vector<ShapeEdges::Edge>& edges) {
    std::vector<Box> boxes;
    boxes.reserve(edges.size());
    for (const ShapeEdges::Edge& edge : edges) {
        boxes.push_back(box_of(edge));
    }
    return boxes;
}

}  // namespace

ShapeEdges::ShapeEdges(const Shape& shape) : edges_(edges_of(shape)), tree_(boxes_of(edges_)) {}

bool ShapeEdges::holds(const Vertex& point) const {
    bool inside = false;
    bool on_edge = false;
    const Box west{{-std::numeric_limits<double>::infinity(), point.y}, point};
    for_each_near(west, [&](const Edge& edge) {
        const double side = turn(edge.low, edge.high, point);
        on_edge = on_edge || (side == 0 && meet(box_of(edge), {point, point}));
        if ((edge.low.y > point.y) != (edge.high.y > point.y)) {
            inside = inside != (side < 0);
        }
    });
    return inside || on_edge;
}

}  // namespace papar
