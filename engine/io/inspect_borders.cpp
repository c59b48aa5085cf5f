#include "engine/io/inspect_borders.hpp"

#include "engine/io/crs_operation.hpp"
#include "engine/io/geos_session.hpp"
#include "engine/io/polygon_area.hpp"
#include "engine/io/zone_gaps.hpp"
#include "engine/zones/boxes.hpp"
#include "engine/zones/point_in_shape.hpp"
#include "engine/zones/same_shapes.hpp"
#include "engine/zones/single_polygon.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

constexpr const char* wgs84 = "EPSG:4326";

Box box_of_points(const std::vector<ZoneExtras>& extras) {
    std::vector<Vertex> points;
    for (const ZoneExtras& zone : extras) {
        if (zone.point) {
            points.push_back(*zone.point);
        }
    }
    return box_of(points);
}

class Inspection {
public:
    Inspection(const ZonesRead& read, const BorderSettings& settings)
        : zones_(read.layer.zones), extras_(read.extras), area_(read.layer.crs_wkt), settings_(settings) {
        report_.has_points =
            std::any_of(extras_.begin(), extras_.end(), [](const ZoneExtras& zone) { return zone.point.has_value(); });
    }

    void add_overlaps(const std::vector<ZoneOverlap>& overlaps) {
        for (const ZoneOverlap& overlap : overlaps) {
            if (area_.m2(overlap.shape) > smallest_defect_m2) {
                add(DefectKind::overlap, {overlap.a, overlap.b}, overlap.shape);
            }
        }
    }

    void add_gaps(std::vector<ZoneGap> gaps) {
        for (ZoneGap& gap : gaps) {
            if (area_.m2(gap.shape) > smallest_defect_m2) {
                add(DefectKind::gap, std::move(gap.zones), std::move(gap.shape)).place = gap.inside;
            }
        }
    }

    void add_thin_parts() {
        for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) {
            if (zones_[zone].shape.polygons.size() < 2) {
                continue;
            }
            for (const PolygonRings& rings : zones_[zone].shape.polygons) {
                Shape polygon = single_polygon(zones_[zone].shape, rings);
                if (width_m(polygon) < settings_.sliver_width_m) {
                    add(DefectKind::thin_part, {zone}, std::move(polygon));
                }
            }
        }
    }

    void add_duplicates(const std::vector<std::vector<std::uint32_t>>& groups) {
        for (const std::vector<std::uint32_t>& group : groups) {
            add(DefectKind::duplicate, group, zones_[group.front()].shape);
        }
    }

    void add_repairs() {
        for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) {
            for (const PolygonFault& fault : extras_[zone].faults) {
                BorderDefect& defect = add(DefectKind::repaired, {zone}, fault.repaired);
                defect.place = fault.place;
                defect.reason = fault.reason;
                defect.area_change_m2 = defect.area_m2 - area_.m2(fault.drawn);
            }
        }
    }

    void add_points_outside(const std::string& crs_wkt) {
        if (!report_.has_points) {
            return;
        }
        const CrsOperation operation(wgs84, crs_wkt, box_of_points(extras_));
        const BoxTree tree([&] {
            std::vector<Box> boxes;
            for (const Zone& zone : zones_) {
                boxes.push_back(box_of(zone.shape.vertices));
            }
            return boxes;
        }());
        for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) {
            if (!extras_[zone].point || zones_[zone].shape.empty()) {
                continue;
            }
            const std::optional<Vertex> point = operation.forward(*extras_[zone].point);
            if (point && contains(zones_[zone].shape, *point)) {
                continue;
            }
            std::vector<std::uint32_t> concerned{zone};
            if (point) {
                tree.for_each({*point, *point}, [&](std::size_t other) {
                    if (contains(zones_[other].shape, *point)) {
                        concerned.push_back(static_cast<std::uint32_t>(other));
                    }
                });
                std::sort(concerned.begin() + 1, concerned.end());
            }
            BorderDefect& defect = add(DefectKind::point_outside, std::move(concerned), zones_[zone].shape);
            defect.sliver = false;
            defect.place = point.value_or(*extras_[zone].point);
        }
    }

    [[nodiscard]] BorderReport finish() { return std::move(report_); }

private:
    [[nodiscard]] double width_m(const Shape& shape) const {
        const double perimeter = area_.perimeter_m(shape);
        return perimeter > 0 ? 2 * area_.m2(shape) / perimeter : 0;
    }

    BorderDefect& add(DefectKind kind, std::vector<std::uint32_t> zones, Shape shape) {
        BorderDefect& defect = report_.defects.emplace_back();
        defect.kind = kind;
        defect.zones = std::move(zones);
        defect.shape = std::move(shape);
        defect.area_m2 = area_.m2(defect.shape);
        defect.width_m = width_m(defect.shape);
        defect.sliver = defect.width_m < settings_.sliver_width_m;
        if (!defect.shape.empty()) {
            defect.place = geos_.point_inside(geos_.multipolygon(defect.shape).get());
        }
        return defect;
    }

    const std::vector<Zone>& zones_;
    const std::vector<ZoneExtras>& extras_;
    PolygonArea area_;
    const BorderSettings& settings_;
    GeosSession geos_;
    BorderReport report_;
};

}  // namespace

BorderReport inspect_borders(const ZonesRead& zones, const OpenEdges& open, const std::vector<ZoneOverlap>& overlaps,
                             const BorderSettings& settings) {
    Inspection inspection(zones, settings);
    inspection.add_overlaps(overlaps);
    inspection.add_gaps(zone_gaps(zones.layer, open));
    inspection.add_thin_parts();
    inspection.add_duplicates(same_shapes(zones.layer));
    inspection.add_repairs();
    inspection.add_points_outside(zones.layer.crs_wkt);
    return inspection.finish();
}

}  // namespace papar
