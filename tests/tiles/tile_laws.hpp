// What GEOS says of the polygons in a tile.
#pragma once

#include "engine/io/geos_session.hpp"
#include "engine/tiles/vector_pieces.hpp"
#include "engine/tiles/vector_zoom.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace papar::test {

inline Shape shape_of_rings(const std::vector<GridRing>& rings) {
    Shape shape;
    for (const GridRing& ring : rings) {
        const bool hole = twice_area(ring) < 0;
        if (!hole) {
            shape.polygons.push_back({shape.rings.size(), 0});
        }
        ++shape.polygons.back().count;
        shape.rings.push_back({shape.vertices.size(), ring.size() + 1, hole});
        for (const GridPoint& p : ring) {
            shape.vertices.push_back({double(p.x), double(p.y)});
        }
        shape.vertices.push_back({double(ring[0].x), double(ring[0].y)});
    }
    return shape;
}

struct TileFacts {
    std::int64_t twice_sum = 0;    // signed areas of all rings
    std::int64_t twice_union = 0;  // area of what all polygons cover
    std::vector<std::string> invalid;
};

inline TileFacts facts_of(const std::vector<TilePolygons>& polygons) {
    TileFacts facts;
    const GeosSession geos;
    std::vector<GeosSession::Geometry> all;
    for (const TilePolygons& p : polygons) {
        for (const GridRing& ring : p.rings) {
            facts.twice_sum += twice_area(ring);
        }
        bool complete = true;
        auto geometry = geos.multipolygon(shape_of_rings(p.rings), complete);
        if (const auto why = geos.why_invalid(geometry.get()); why || !complete) {
            facts.invalid.push_back(
                "feature " + std::to_string(p.feature) + ": " + (why ? why->reason : "short ring") + " at " +
                (why ? std::to_string(why->place.x) + " " + std::to_string(why->place.y) : std::string()));
            geometry = geos.made_valid(geometry.get());
        }
        all.push_back(std::move(geometry));
    }
    const auto covered = geos.united(std::move(all));
    double area = 0;
    GEOSArea_r(geos.context(), covered.get(), &area);
    facts.twice_union = std::llround(2 * area);
    return facts;
}

}  // namespace papar::test
