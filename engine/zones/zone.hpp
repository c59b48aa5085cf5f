// Administrative zones: code, name and the shape whose share of every cell is wanted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace papar {

struct Vertex {
    double x = 0;
    double y = 0;
    bool operator==(const Vertex&) const = default;
};

// A rectangle along the axes.
struct Box {
    Vertex low;
    Vertex high;
};

// A ring is a closed run of vertices: the last repeats the first. Its direction in the file is arbitrary;
// `hole` says what it is.
struct Ring {
    std::size_t first = 0;  // index of its first vertex in Shape::vertices
    std::size_t count = 0;  // number of vertices, the closing one included
    bool hole = false;
};

// One polygon: rings[0] of the polygon is its shell, the rest its holes.
struct PolygonRings {
    std::size_t first = 0;  // index of its shell in Shape::rings
    std::size_t count = 0;
};

// A multipolygon, flat. 16 bytes a vertex.
struct Shape {
    std::vector<Vertex> vertices;
    std::vector<Ring> rings;
    std::vector<PolygonRings> polygons;

    [[nodiscard]] bool empty() const { return polygons.empty(); }
};

struct Zone {
    std::string code;  // text always; where the layer has no code column, the 1-based feature order
    std::string name;
    Shape shape;  // valid, in the CRS of the zone layer
};

// "31.74.06 Cilandak", for sentences; the code alone where the name says no more.
[[nodiscard]] inline std::string label(const Zone& zone) {
    return zone.name.empty() || zone.name == zone.code ? zone.code : zone.code + " " + zone.name;
}

}  // namespace papar
