#include "engine/io/zone_gaps.hpp"

#include "engine/io/geos_session.hpp"
#include "engine/zones/boxes.hpp"
#include "engine/zones/point_in_shape.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace papar {

namespace {

std::vector<Box> boxes_of(const std::vector<OpenChain>& chains) {
    std::vector<Box> boxes;
    for (const OpenChain& chain : chains) {
        boxes.push_back(chain.box);
    }
    return boxes;
}

std::vector<Box> boxes_of(const ZoneLayer& layer) {
    std::vector<Box> boxes;
    for (const Zone& zone : layer.zones) {
        boxes.push_back(box_of(zone.shape.vertices));
    }
    return boxes;
}

class GapSearch {
public:
    GapSearch(const ZoneLayer& layer, const OpenEdges& open)
        : layer_(layer),
          open_(open),
          zones_(boxes_of(layer)),
          chains_(boxes_of(open.chains)),
          tolerance_(tolerance_of(layer)) {}

    std::vector<ZoneGap> run() {
        std::vector<ZoneGap> gaps;
        for (Shape& face : faces()) {
            gaps.push_back({std::move(face), {}, {}});
        }
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, gaps.size()), [&](const auto& range) {
            const GeosSession geos;
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                look_round(geos, gaps[i]);
            }
        });
        std::erase_if(gaps, [](const ZoneGap& gap) { return gap.zones.empty(); });
        std::sort(gaps.begin(), gaps.end(), [](const ZoneGap& a, const ZoneGap& b) {
            return a.inside.x != b.inside.x ? a.inside.x < b.inside.x : a.inside.y < b.inside.y;
        });
        return gaps;
    }

private:
    // Where two edges cross, a gap's corner is rounded to doubles: this far from both at most, and far more than that.
    static double tolerance_of(const ZoneLayer& layer) {
        double largest = 0;
        for (const Zone& zone : layer.zones) {
            for (const Vertex& v : zone.shape.vertices) {
                largest = std::max({largest, std::abs(v.x), std::abs(v.y)});
            }
        }
        return 1e-12 * largest;
    }

    // All at once: whatever lies in a gap takes its part out of it.
    [[nodiscard]] std::vector<Shape> faces() const {
        const GeosSession geos;
        std::vector<std::span<const Vertex>> lines;
        for (const OpenChain& chain : open_.chains) {
            lines.push_back(vertices_of(chain));
        }
        const GeosSession::Geometry polygons = geos.faces(lines);
        std::vector<Shape> shapes;
        const int count = GEOSGetNumGeometries_r(geos.context(), polygons.get());
        for (int i = 0; i < count; ++i) {
            shapes.push_back(geos.shape_of(GEOSGetGeometryN_r(geos.context(), polygons.get(), i)));
        }
        return shapes;
    }

    // Leaves a face without zones where a zone covers it.
    void look_round(const GeosSession& geos, ZoneGap& face) const {
        const GeosSession::Geometry polygon = geos.multipolygon(face.shape);
        face.inside = geos.point_inside(polygon.get());
        if (!covered(face.inside)) {
            face.zones = zones_along(geos, polygon.get(), face.shape);
        }
    }

    [[nodiscard]] std::span<const Vertex> vertices_of(const OpenChain& chain) const {
        return std::span(layer_.zones[chain.zone].shape.vertices).subspan(chain.first, chain.edges + 1);
    }

    [[nodiscard]] bool covered(const Vertex& point) const {
        bool any = false;
        zones_.for_each({point, point},
                        [&](std::size_t zone) { any = any || contains(layer_.zones[zone].shape, point); });
        return any;
    }

    [[nodiscard]] std::vector<std::uint32_t> zones_along(const GeosSession& geos, const GEOSGeometry* face,
                                                         const Shape& shape) const {
        Box box = box_of(shape.vertices);
        box.low = {box.low.x - tolerance_, box.low.y - tolerance_};
        box.high = {box.high.x + tolerance_, box.high.y + tolerance_};
        std::vector<std::uint32_t> zones;
        chains_.for_each(box, [&](std::size_t i) {
            const OpenChain& chain = open_.chains[i];
            if (std::find(zones.begin(), zones.end(), chain.zone) == zones.end() &&
                geos.within_distance(face, geos.line(vertices_of(chain)).get(), tolerance_)) {
                zones.push_back(chain.zone);
            }
        });
        std::sort(zones.begin(), zones.end());
        return zones;
    }

    const ZoneLayer& layer_;
    const OpenEdges& open_;
    BoxTree zones_;     // over the zones
    BoxTree chains_;    // over the chains
    double tolerance_;  // in CRS units
};

}  // namespace

std::vector<ZoneGap> zone_gaps(const ZoneLayer& layer, const OpenEdges& open) {
    return GapSearch(layer, open).run();
}

}  // namespace papar
