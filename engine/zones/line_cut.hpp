// Lines cut by shapes, by the share of their segments, so that nothing is lost or doubled between shapes that share
// edges, and a line may cross or repeat itself.
#pragma once

#include "engine/zones/shape_edges.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// A part of a line. Positions count vertices: 2.25 is a quarter of the way from vertex 2 to vertex 3.
struct LinePart {
    double from = 0;
    double to = 0;
};

// Where the line lies in the shape, its border included, from its beginning to its end. Where two shapes share an edge
// and the line crosses it, one part ends and the other begins at the same bits. A line that follows a border with the
// border's own vertices, or along an axis, is on it exactly; otherwise rounding decides which of the two neighbours it
// is in, always one of them. Precondition: at least two vertices.
[[nodiscard]] std::vector<LinePart> parts_inside(const ShapeEdges& shape, std::span<const Vertex> line);

struct ZonePart {
    std::uint32_t zone = 0;
    LinePart part;
};

// Every place of a line for one zone only: what several zones claim belongs to the one that stands first. `claims` by
// zone, then position; may overlap.
[[nodiscard]] std::vector<ZonePart> first_zone_wins(std::span<const ZonePart> claims);

}  // namespace papar
