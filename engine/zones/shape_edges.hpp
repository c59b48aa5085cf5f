// The edges of one shape, found by place: for many questions about the same shape.
#pragma once

#include "engine/zones/boxes.hpp"

#include <cstddef>
#include <vector>

namespace papar {

class ShapeEdges {
public:
    // The lower end first, of equally high ends the western one: an edge that two shapes share is the same in both.
    struct Edge {
        Vertex low;
        Vertex high;
    };

    explicit ShapeEdges(const Shape& shape);

    // Calls `found(edge)` for every edge whose box meets `box`.
    template <typename Found>
    void for_each_near(const Box& box, const Found& found) const {
        tree_.for_each(box, [&](std::size_t i) { found(edges_[i]); });
    }

    // As contains() of point_in_shape.hpp, to the bit, but a point that is exactly on an edge is held too. Of shapes
    // that share edges, at least one holds a point on such an edge, and any other point is held by one alone.
    [[nodiscard]] bool holds(const Vertex& point) const;

private:
    std::vector<Edge> edges_;
    BoxTree tree_;
};

}  // namespace papar
