#include "engine/overlay/people_findings.hpp"

#include "engine/base/some_of.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace papar {

namespace {

std::string count_zones(std::size_t zones) {
    return zones == 1 ? "1 zone" : fmt::format("{} zones", zones);
}

// Of sorted values: the middle one, or the mean of the two in the middle.
double median(const std::vector<double>& sorted) {
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

}  // namespace

void report_evenly_spread(const PopulationInput& settings, const OfficialPeople& official, const OverlayInput& input,
                          const std::vector<std::size_t>& zones, Findings& findings) {
    if (zones.empty()) {
        return;
    }
    std::vector<std::string> names;
    People people;
    for (const std::size_t zone : zones) {
        names.push_back(label(input.zones.zones[zone]));
        people += *official.people[zone];
    }
    const std::string& source = input.population.raster->name();
    findings.push_back(
        {"population.spread_evenly",
         source,
         fmt::format("{}: {} in {} with official people; these {:.2f} people are spread evenly over their "
                     "zone instead: {}",
                     source, settings.model == PopulationModel::calibrated ? "nobody lives" : "nothing is settled",
                     count_zones(zones.size()), people.value(), some_of(names)),
         {{"zones", static_cast<double>(zones.size())}, {"people", people.value()}}});
}

void report_factors(const PopulationInput& settings, const OverlayInput& input, OverlayResult& result) {
    std::vector<double> factors;
    std::vector<std::string> odd;
    const auto [lowest, highest] = settings.plausible;
    for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
        if (const std::optional<double> factor = result.zones[zone].factor) {
            factors.push_back(*factor);
            if (*factor < lowest || *factor > highest) {
                odd.push_back(fmt::format("{} ({:.4g})", label(input.zones.zones[zone]), *factor));
            }
        }
    }
    if (factors.empty()) {
        return;
    }
    std::ranges::sort(factors);
    const std::string& source = input.population.raster->name();
    result.findings.push_back(
        {"population.factors",
         source,
         fmt::format("{}: scaled to the official totals by {:.4g} to {:.4g}, {:.4g} in the median, in {}", source,
                     factors.front(), factors.back(), median(factors), count_zones(factors.size())),
         {{"min", factors.front()},
          {"median", median(factors)},
          {"max", factors.back()},
          {"zones", static_cast<double>(factors.size())}}});
    if (!odd.empty()) {
        result.findings.push_back(
            {"population.implausible_factors",
             source,
             fmt::format(
                 "{}: the factor of {} lies outside {:.4g} to {:.4g}; the raster, the table or the border may be "
                 "of another year or place: {}",
                 source, count_zones(odd.size()), lowest, highest, some_of(odd)),
             {{"zones", static_cast<double>(odd.size())}}});
    }
}

void report_groups(const PopulationInput& settings, const OverlayInput& input, OverlayResult& result) {
    for (std::size_t group = 0; group < settings.groups.size(); ++group) {
        std::vector<std::string> larger;
        for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
            const ZoneFigures& figures = result.zones[zone];
            const std::optional<People>& total = figures.by_group[group].total;
            if (total && figures.people < *total) {
                larger.push_back(fmt::format("{} ({:.2f} of {:.2f})", label(input.zones.zones[zone]), total->value(),
                                             figures.people.value()));
            }
        }
        if (!larger.empty()) {
            const GroupInput& of = settings.groups[group];
            result.findings.push_back({"population.group_exceeds_people",
                                       of.id,
                                       fmt::format("group {} has more people than there are in {}: {}", of.id,
                                                   count_zones(larger.size()), some_of(larger)),
                                       {{"zones", static_cast<double>(larger.size())}}});
        }
    }
}

}  // namespace papar
