#include "engine/overlay/overlay_findings.hpp"

#include "engine/base/some_of.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {

namespace {

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
                            fmt::format("{} outside all rasters{}: {}",
                                        wholly.size() == 1 ? "1 zone lies" : fmt::format("{} zones lie", wholly.size()),
                                        input.population.weights ? "" : ", with zeros for figures", some_of(wholly)),
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
        pairs.push_back(fmt::format("{} / {}", label(input.shapes().zones[a]), label(input.shapes().zones[b])));
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

void find_negative(const OverlayInput& input, const std::vector<double>& lowest_values, Findings& findings) {
    for (std::size_t hazard = 0; hazard < input.hazards.size(); ++hazard) {
        if (lowest_values[hazard] < 0) {
            findings.push_back(
                {"hazard.below_zero",
                 input.hazards[hazard].id,
                 fmt::format(
                     "hazard {} ({}) has values below zero, down to {:.6g}; at or below no_hazard = {:.6g} they "
                     "count as no hazard: do some of them stand for no data?",
                     input.hazards[hazard].id, input.hazards[hazard].raster->name(), lowest_values[hazard],
                     input.hazards[hazard].classes.no_hazard),
                 {{"lowest", lowest_values[hazard]}}});
        }
    }
}

void find_nowhere(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    for (std::size_t hazard = 0; hazard < input.hazards.size(); ++hazard) {
        const bool any = std::any_of(result.zones.begin(), result.zones.end(), [&](const ZoneFigures& zone) {
            return AreaM2{} < zone.by_hazard[hazard].exposed().area;
        });
        if (!input.hazards[hazard].raster && !any) {
            findings.push_back({"hazard.nowhere",
                                input.hazards[hazard].id,
                                fmt::format("hazard {}: none of its shapes lies in a zone on the rasters, so everybody "
                                            "counts as outside it; is its coordinate system right?",
                                            input.hazards[hazard].id),
                                {}});
        }
    }
}

// So many people are a wrong unit, or the whole country's people in one place. DKI Jakarta, the densest province, had
// 15,900 people on a square kilometre in the census of 2020 (BPS: 10,562,088 on 664 km2).
void find_too_many(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    constexpr double densest_zone_km2 = 100'000;
    constexpr double smallest_zone_km2 = 0.01;  // one tower block may be denser
    constexpr double densest_region_km2 = 25'000;
    constexpr double region_km2 = 100;
    const std::string& name = input.population.raster->name();
    const std::string cause = input.population.unit == PopulationUnit::count
                                  ? "does the raster hold people per km2 or hectare rather than per cell (unit)?"
                                  : "does the raster hold people per cell, or per another area (unit)?";
    std::vector<std::string> dense;
    double most = 0;
    double all_km2 = 0;
    for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
        const ZoneFigures& figures = result.zones[zone];
        const double km2 = (figures.area - figures.area_outside).value() / 1e6;
        all_km2 += km2;
        if (km2 > smallest_zone_km2 && figures.people.value() / km2 > densest_zone_km2) {
            dense.push_back(label(input.zones.zones[zone]));
            most = std::max(most, figures.people.value() / km2);
        }
    }
    if (!dense.empty()) {
        findings.push_back(
            {"population.implausible_density",
             name,
             fmt::format("{}: {} than 100,000 people on a square kilometre, up to {:.0f}; {} {}", name,
                         dense.size() == 1 ? "1 zone has more" : fmt::format("{} zones have more", dense.size()), most,
                         cause, some_of(dense)),
             {{"zones", static_cast<double>(dense.size())}, {"people_km2", most}}});
    }
    const double all = result.balance.in_zones.value();
    if (all_km2 > region_km2 && all / all_km2 > densest_region_km2) {
        findings.push_back({"population.implausible_total",
                            name,
                            fmt::format("{}: {:.0f} people on the {:.0f} km2 of all zones, more than in any city of "
                                        "Indonesia; {}",
                                        name, all, all_km2, cause),
                            {{"people", all}, {"area_km2", all_km2}}});
    }
}

void find_without_data(const OverlayInput& input, const OverlayResult& result, Findings& findings) {
    for (std::size_t hazard = 0; hazard < input.hazards.size(); ++hazard) {
        if (!input.hazards[hazard].raster) {
            continue;  // shapes have no nodata
        }
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

Findings overlay_findings(const OverlayInput& input, const OverlayResult& result, const Overlaps& overlaps,
                          const std::vector<double>& lowest_values) {
    Findings findings;
    find_outside(input, result, findings);
    find_overlapping(input, result, overlaps, findings);
    find_without_data(input, result, findings);
    find_negative(input, lowest_values, findings);
    if (!input.population.weights) {
        find_too_many(input, result, findings);
    }
    find_nowhere(input, result, findings);
    return findings;
}

}  // namespace papar
