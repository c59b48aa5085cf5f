#include "engine/io/zones_join.hpp"

#include "engine/base/hectare.hpp"
#include "engine/io/concerned_zones.hpp"
#include "engine/io/geos_union.hpp"
#include "engine/zones/simple_rings.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace papar {

namespace {

// The features of one code, the first leading.
using Group = std::vector<ZoneFeature*>;

std::vector<Group> groups_of(std::deque<ZoneFeature>& features) {
    std::vector<Group> groups;
    std::unordered_map<std::string_view, std::size_t> group_of_code;
    for (ZoneFeature& feature : features) {
        const auto [found, is_new] = group_of_code.emplace(feature.zone.code, groups.size());
        if (is_new) {
            groups.emplace_back();
        }
        groups[found->second].push_back(&feature);
    }
    return groups;
}

// What joining a group came to.
struct Joined {
    double overlap_m2 = 0;
    bool other_names = false;
    bool other_levels = false;
};

void append(Shape& shape, const Shape& part) {
    const std::size_t vertices = shape.vertices.size();
    const std::size_t rings = shape.rings.size();
    shape.vertices.insert(shape.vertices.end(), part.vertices.begin(), part.vertices.end());
    for (const Ring& ring : part.rings) {
        shape.rings.push_back({vertices + ring.first, ring.count, ring.hole});
    }
    for (const PolygonRings& polygon : part.polygons) {
        shape.polygons.push_back({rings + polygon.first, polygon.count});
    }
}

bool differ(const std::vector<ZoneArea>& a, const std::vector<ZoneArea>& b) {
    return !std::ranges::equal(a, b, {}, &ZoneArea::code, &ZoneArea::code);
}

// Everything into the first.
Joined join(const Group& group, const PolygonArea& area) {
    Joined joined;
    ZoneFeature& zone = *group.front();
    for (const ZoneFeature* feature : std::span(group).subspan(1)) {
        append(zone.zone.shape, feature->zone.shape);
        zone.low = {std::min(zone.low.x, feature->low.x), std::min(zone.low.y, feature->low.y)};
        zone.high = {std::max(zone.high.x, feature->high.x), std::max(zone.high.y, feature->high.y)};
        zone.closed_rings += feature->closed_rings;
        zone.other_parts += feature->other_parts;
        zone.repaired |= feature->repaired;
        zone.area_before_m2 += feature->area_before_m2;
        zone.area_after_m2 += feature->area_after_m2;
        zone.faults.insert(zone.faults.end(), feature->faults.begin(), feature->faults.end());
        zone.point = zone.point ? zone.point : feature->point;
        joined.other_names |= feature->zone.name != zone.zone.name;
        joined.other_levels |= differ(feature->levels, zone.levels);
    }
    Shape& shape = zone.zone.shape;
    if (rings_surely_valid(shape)) {
        return joined;
    }
    if (std::optional<Shape> united = united_if_invalid(shape)) {
        joined.overlap_m2 = std::max(0.0, area.m2(shape) - area.m2(*united));
        shape = std::move(*united);
    }
    return joined;
}

void report(const std::vector<Group>& groups, const std::vector<Joined>& joined, std::size_t features,
            const ZonesLayerFile& file, Findings& findings) {
    ConcernedZones zones(groups.size());
    ConcernedZones names(groups.size());
    ConcernedZones levels(groups.size());
    double overlap_ha = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::string name = label(groups[i].front()->zone);
        if (groups[i].size() > 1) {
            zones.add(fmt::format("{}: {} features", name, groups[i].size()));
            overlap_ha += joined[i].overlap_m2 / m2_per_hectare;
        }
        if (joined[i].other_names) {
            names.add(name);
        }
        if (joined[i].other_levels) {
            levels.add(name);
        }
    }
    if (zones.count() > 0) {
        findings.push_back(
            {"zones.joined",
             file.layer_name,
             fmt::format("{}: {} features became {} zones, since features with one code are one zone: {}; their "
                         "overlaps, {:.4f} ha, count once.",
                         file.subject, features, groups.size(), zones.text(), overlap_ha),
             {{"features", static_cast<double>(features)},
              {"zones", static_cast<double>(groups.size())},
              {"zones_joined", static_cast<double>(zones.count())},
              {"overlap_ha", overlap_ha}}});
    }
    if (names.count() > 0) {
        findings.push_back({"zones.joined_names",
                            file.layer_name,
                            fmt::format("{}: the features of {} have different names; the first feature's is used.",
                                        file.subject, names.text()),
                            {{"zones", static_cast<double>(names.count())}}});
    }
    if (levels.count() > 0) {
        findings.push_back(
            {"zones.joined_levels",
             file.layer_name,
             fmt::format("{}: the features of {} belong to different areas of a level; the first feature's are used.",
                         file.subject, levels.text()),
             {{"zones", static_cast<double>(levels.count())}}});
    }
}

}  // namespace

std::deque<ZoneFeature> join_features(std::deque<ZoneFeature> features, const ZonesLayerFile& file,
                                      const PolygonArea& area, Findings& findings) {
    const std::vector<Group> groups = groups_of(features);
    std::vector<Joined> joined(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) {
        if (groups[i].size() > 1) {
            joined[i] = join(groups[i], area);
        }
    });
    report(groups, joined, features.size(), file, findings);
    std::deque<ZoneFeature> zones;
    for (const Group& group : groups) {
        zones.push_back(std::move(*group.front()));
    }
    return zones;
}

}  // namespace papar
