#include "engine/compare/zone_pairs.hpp"

#include "engine/io/crs.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

namespace papar {

namespace {

// All vertices but those that only close a ring, sorted: the same wherever a ring begins and whichever way it runs.
std::vector<std::pair<double, double>> corners(const Shape& shape) {
    std::vector<std::pair<double, double>> all;
    for (const Ring& ring : shape.rings) {
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            all.emplace_back(shape.vertices[i].x, shape.vertices[i].y);
        }
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

std::vector<ComparedZone> zone_pairs(const ZoneLayer& a, const ZoneLayer& b, bool by_code) {
    const auto key = [by_code](const Zone& zone) { return by_code ? zone.code : zone.name; };
    std::unordered_map<std::string, std::deque<std::size_t>> in_a;
    for (std::size_t i = 0; i < a.zones.size(); ++i) {
        in_a[key(a.zones[i])].push_back(i);
    }
    const bool shapes_compare = same_crs(a.crs_wkt, b.crs_wkt);
    std::vector<ComparedZone> pairs;
    std::vector<bool> taken(a.zones.size());
    for (std::size_t i = 0; i < b.zones.size(); ++i) {
        ComparedZone& pair = pairs.emplace_back();
        pair.in = ComparedZone::In::only_b;
        pair.code = b.zones[i].code;
        pair.name = b.zones[i].name;
        pair.b = i;
        std::deque<std::size_t>& candidates = in_a[key(b.zones[i])];
        if (candidates.empty()) {
            continue;
        }
        pair.in = ComparedZone::In::both;
        pair.a = candidates.front();
        candidates.pop_front();
        taken[pair.a] = true;
        pair.border_moved = shapes_compare && corners(a.zones[pair.a].shape) != corners(b.zones[i].shape);
    }
    for (std::size_t i = 0; i < a.zones.size(); ++i) {
        if (!taken[i]) {
            ComparedZone& pair = pairs.emplace_back();
            pair.in = ComparedZone::In::only_a;
            pair.code = a.zones[i].code;
            pair.name = a.zones[i].name;
            pair.a = i;
        }
    }
    return pairs;
}

}  // namespace papar
