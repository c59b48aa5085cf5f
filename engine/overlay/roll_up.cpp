#include "engine/overlay/roll_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace papar {

namespace {

// Every additive figure has its line in one of these.
void add(const Figures& part, Figures& sum) {
    sum.people += part.people;
    sum.area += part.area;
}

void add(const HazardFigures& part, HazardFigures& sum) {
    sum.classes.resize(part.classes.size());
    for (std::size_t c = 0; c < part.classes.size(); ++c) {
        add(part.classes[c], sum.classes[c]);
    }
    add(part.no_hazard, sum.no_hazard);
    add(part.no_data, sum.no_data);
    sum.cells += part.cells;
    sum.value_sum += part.value_sum;
    sum.fraction_sum += part.fraction_sum;
    sum.max = std::max(sum.max, part.max);  // nothing is below any value
}

void add(const HazardBalance& part, HazardBalance& sum) {
    sum.classes.resize(part.classes.size());
    for (std::size_t c = 0; c < part.classes.size(); ++c) {
        sum.classes[c] += part.classes[c];
    }
    sum.no_hazard += part.no_hazard;
    sum.no_data += part.no_data;
}

// What is not known of a part is not known of the sum.
void add(const GroupFigures& part, GroupFigures& sum) {
    if (!part.total) {
        sum = {};
    } else if (sum.total) {
        *sum.total += *part.total;
    }
    if (part.by_hazard.empty()) {
        sum.by_hazard.clear();
    }
    for (std::size_t hazard = 0; hazard < sum.by_hazard.size(); ++hazard) {
        add(part.by_hazard[hazard], sum.by_hazard[hazard]);
    }
}

void add(const ZoneFigures& part, ZoneFigures& sum) {
    sum.people += part.people;
    sum.people_known = sum.people_known && part.people_known;
    sum.area += part.area;
    sum.area_outside += part.area_outside;
    sum.area_no_population += part.area_no_population;
    sum.cells += part.cells;
    sum.people_any_hazard += part.people_any_hazard;
    sum.by_hazard.resize(part.by_hazard.size());
    for (std::size_t hazard = 0; hazard < part.by_hazard.size(); ++hazard) {
        add(part.by_hazard[hazard], sum.by_hazard[hazard]);
    }
    sum.by_group.resize(part.by_group.size(), {People(), std::vector<HazardBalance>(part.by_hazard.size())});
    for (std::size_t group = 0; group < part.by_group.size(); ++group) {
        add(part.by_group[group], sum.by_group[group]);
    }
}

void report_outside(const ZoneLevel& level, std::size_t zones, People people, Findings& findings) {
    if (zones > 0) {
        findings.push_back(
            {"level.people_in_no_area",
             level.id,
             fmt::format("level \"{}\": {} zones with {:.2f} people belong to none of its areas: its sums "
                         "are smaller than those of the zones by that.",
                         level.id, zones, people.value()),
             {{"zones", static_cast<double>(zones)}, {"people", people.value()}}});
    }
}

}  // namespace

void roll_up(const ZoneLayer& layer, OverlayResult& result) {
    for (const ZoneLevel& level : layer.levels) {
        std::vector<ZoneFigures>& areas = result.levels.emplace_back(level.areas.size());
        std::size_t outside = 0;
        People people_outside;
        for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
            if (level.area_of_zone[zone]) {
                add(result.zones[zone], areas[*level.area_of_zone[zone]]);
            } else {
                ++outside;
                people_outside += result.zones[zone].people;
            }
        }
        for (ZoneFigures& area : areas) {
            area.hazards = hazards_present(area);
        }
        report_outside(level, outside, people_outside, result.findings);
    }
}

ZoneFigures all_zones(const OverlayResult& result) {
    ZoneFigures all;
    for (const ZoneFigures& zone : result.zones) add(zone, all);
    all.hazards = hazards_present(all);
    return all;
}

}  // namespace papar
