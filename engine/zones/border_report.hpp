// What is wrong with the borders of a zone layer, defect by defect.
#pragma once

#include "engine/base/fixed_sum.hpp"
#include "engine/zones/zone.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace papar {

enum class DefectKind {
    overlap,    // the area that two zones share
    gap,        // a hole of the union of all zones: enclosed by zones, in none of them
    thin_part,  // a polygon of a zone of several polygons that is a sliver
    duplicate,  // zones with the same shape, vertex for vertex, wherever their rings begin and whichever way they run
    repaired,   // a polygon that was invalid, as it is after repair
    point_outside,  // a zone whose own point does not lie in it
};

// The mean width of a strip of area A and perimeter P is close to 2 A / P: exact for a long one, half of the true width
// for a square. A sliver is narrower than the study's `borders.sliver_width`.
struct BorderDefect {
    DefectKind kind = DefectKind::overlap;
    std::vector<std::uint32_t> zones;  // concerned, rising; of a gap: those along its border
    Shape shape;                       // in the layer's CRS; of an outlying point: the whole zone
    Vertex place;                      // inside the shape; where GEOS found the polygon invalid; the outlying point
    double area_m2 = 0;
    double width_m = 0;  // 2 A / P
    bool sliver = false;
    double area_change_m2 = 0;  // by repair: afterwards less before (shells less holes as drawn)
    std::string reason;         // of repair, in GEOS's words: "Self-intersection"
    People people;              // in the shape; only where the report counts people
};

struct BorderReport {
    std::vector<BorderDefect> defects;  // by kind in the order above, then by zones, then by place
    bool has_points = false;            // the study names columns with the zones' own points
    bool has_people = false;            // the people in each defect were counted
};

}  // namespace papar
