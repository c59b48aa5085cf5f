// A quick proof that a shape is valid.
#pragma once

#include "engine/zones/zone.hpp"

#include <cstdint>
#include <vector>

namespace papar {

// What the proof works in. Kept from shape to shape: to get its pages anew for each costs more than the proof.
struct RingScratch {
    struct Entry {
        std::uint32_t edge;
        std::int32_t next;
    };
    std::vector<std::int32_t> heads;
    std::vector<Entry> entries;
};

// True only if the shape is surely a valid multipolygon in the sense of OGC Simple Features: every ring is closed and
// simple, no two rings meet, holes lie in their shells and not in each other, polygons do not overlap. False is a
// doubt, not a verdict: rings that touch in a point, repeated vertices, vertices within rounding of another
// edge, and very uneven edges come out false although they may be valid; an exact library then decides. An
// empty shape is valid. Precondition: finite coordinates below 1e15 in size. Time and memory grow with the number of
// vertices.
[[nodiscard]] bool rings_surely_valid(const Shape& shape, RingScratch& scratch);
[[nodiscard]] bool rings_surely_valid(const Shape& shape);

}  // namespace papar
