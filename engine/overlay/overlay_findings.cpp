#include "engine/overlay/overlay_findings.hpp"

#include "engine/base/some_of.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {

namespace {

std::string label(const Zone& zone) {
    return zone.name == zone.code ? zone.code : fmt::format("{} {}", zone.code, zone.name);
}

double hectares(AreaM2 area) {
    return area.value() / 1e4;
}

void find_outside(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    std::vector<std::string> wholly;
    std::vector<std::string> partly;
    AreaM2 area;
    for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
        const ZoneFigures& figures = result.zones[zone];
        if (!(AreaM2{} < figures.area_outside)) {
            continue;
        }
        (figures.cells == 0 ? wholly : partly).push_back(label(input.zones.zones[zone]));
        area += figures.cells == 0 ? AreaM2{} : figures.area_outside;
    }
    if (!wholly.empty()) {
        findings.push_back({"zones.outside_rasters",
                            input.zones.name,
                            fmt::format("{} outside all rasters, with zeros for figures: {}",
                                        wholly.size() == 1 ? "1 zone lies" : fmt::format("{} zones lie", wholly.size()),
                                        some_of(wholly)),
                            {{"zones", static_cast<double>(wholly.size())}}});
    }
    if (!partly.empty()) {
        findings.push_back(
            {"zones.partly_outside_rasters",
             input.zones.name,
             fmt::format("{} beyond the rasters, by {:.2f} ha together{}: {}",
                         partly.size() == 1 ? "1 zone reaches" : fmt::format("{} zones reach", partly.size()),
                         hectares(area), input.population.weights ? "" : "; the people there are unknown",
                         some_of(partly)),
             {{"zones", static_cast<double>(partly.size())}, {"area_ha", hectares(area)}}});
    }
}

void find_overlapping(const OverlayInput& input, const OverlayResult& result, const Overlaps& overlaps,
                      Findings& findings) {
    if (overlaps.pairs.empty()) {
        return;
    }
    std::vector<std::string> pairs;
    for (const auto& [a, b] : overlaps.pairs) {
        pairs.push_back(fmt::format("{} / {}", label(input.zones.zones[a]), label(input.zones.zones[b])));
    }
    const double people = input.population.weights ? 0 : result.balance.counted_twice.value();
    findings.push_back(
        {"zones.overlap",
         input.zones.name,
         fmt::format(
             "{}, by {:.4f} ha together; {}: {}",
             pairs.size() == 1 ? "1 pair of zones overlaps" : fmt::format("{} pairs of zones overlap", pairs.size()),
             hectares(overlaps.area),
             input.population.weights ? "each zone has the people of its own row"
                                      : fmt::format("{:.2f} people are counted in more than one zone", people),
             some_of(pairs)),
         {{"pairs", static_cast<double>(pairs.size())}, {"area_ha", hectares(overlaps.area)}, {"people", people}}});
}

void find_beyond_index(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    for (std::size_t hazard = 0; hazard < input.hazards.size(); ++hazard) {
        double most = 0;
        for (const ZoneFigures& zone : result.zones) {
            most = std::max(most, zone.by_hazard[hazard].max.value_or(0));
        }
        constexpr double slack = 1e-6;
        if (input.hazards[hazard].classes.kind == HazardKind::index && most > 1 + slack) {
            findings.push_back(
                {"hazard.index_above_one",
                 input.hazards[hazard].id,
                 fmt::format("hazard {} ({}) has values up to {:.6g}, but an index runs from 0 to 1: is it a "
                             "percentage, a depth or a class?",
                             input.hazards[hazard].id, input.hazards[hazard].raster->name(), most),
                 {{"max", most}}});
        }
    }
}

void find_without_data(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    for (std::size_t hazard = 0; hazard < input.hazards.size(); ++hazard) {
        const bool any = std::any_of(result.zones.begin(), result.zones.end(),
                                     [&](const ZoneFigures& zone) { return zone.by_hazard[hazard].cells > 0; });
        if (!any) {
            findings.push_back(
                {"hazard.no_data",
                 input.hazards[hazard].id,
                 fmt::format("hazard {} ({}) has no data in any zone: every zone counts as without hazard data",
                             input.hazards[hazard].id, input.hazards[hazard].raster->name()),
                 {}});
        }
    }
    const bool anybody =
        input.population.weights || std::any_of(result.zones.begin(), result.zones.end(),
                                                [](const ZoneFigures& zone) { return People{} < zone.people; });
    if (!anybody) {
        findings.push_back({"population.nobody",
                            input.population.raster->name(),
                            fmt::format("{}: not one person lives in any zone", input.population.raster->name()),
                            {}});
    }
}

}  // namespace

Findings overlay_findings(const OverlayInput& input, const OverlayResult& result, const Overlaps& overlaps) {
    Findings findings;
    find_outside(input, result, findings);
    find_overlapping(input, result, overlaps, findings);
    find_without_data(input, result, findings);
    find_beyond_index(input, result, findings);
    return findings;
}

}  // namespace papar
