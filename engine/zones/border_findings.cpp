#include "engine/zones/border_findings.hpp"

#include "engine/base/hectare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr std::size_t named = 3;        // defects in a sentence
constexpr std::size_t zones_named = 4;  // of a defect

struct KindWords {
    DefectKind kind;
    std::string_view name;
    std::string_view one;
    std::string_view many;
};

constexpr std::array<KindWords, 6> kinds{{
    {DefectKind::overlap, "overlap", "pair of zones overlaps", "pairs of zones overlap"},
    {DefectKind::gap, "gap", "gap lies between zones", "gaps lie between zones"},
    {DefectKind::thin_part, "thin_part", "part of a zone is a sliver", "parts of zones are slivers"},
    {DefectKind::duplicate, "duplicate", "shape stands for several zones", "shapes stand for several zones each"},
    {DefectKind::repaired, "repaired", "invalid polygon was repaired", "invalid polygons were repaired"},
    {DefectKind::point_outside, "point_outside", "zone does not hold its own point",
     "zones do not hold their own points"},
}};

const KindWords& words_of(DefectKind kind) {
    return *std::find_if(kinds.begin(), kinds.end(), [kind](const KindWords& words) { return words.kind == kind; });
}

std::string zones_text(const BorderDefect& defect, const ZoneLayer& layer) {
    std::vector<std::string> labels;
    for (const std::uint32_t zone : defect.zones) {
        if (labels.size() == zones_named) {
            labels.emplace_back("...");
            break;
        }
        labels.push_back(label(layer.zones[zone]));
    }
    return fmt::format("{}", fmt::join(labels, " / "));
}

// All defects of one kind.
struct Sum {
    std::vector<const BorderDefect*> defects;
    double area_ha = 0;
    std::size_t slivers = 0;
    People people;
};

Sum sum_of(const BorderReport& report, DefectKind kind) {
    Sum sum;
    for (const BorderDefect& defect : report.defects) {
        if (defect.kind == kind) {
            sum.defects.push_back(&defect);
            sum.area_ha += defect.area_m2 / m2_per_hectare;
            sum.slivers += defect.sliver ? 1 : 0;
            sum.people += defect.people;
        }
    }
    return sum;
}

// Most people first; where nobody was counted, or equally many, the largest.
std::string worst_text(Sum sum, const BorderReport& report, const ZoneLayer& layer) {
    const std::size_t count = std::min(named, sum.defects.size());
    std::partial_sort(sum.defects.begin(), sum.defects.begin() + static_cast<std::ptrdiff_t>(count), sum.defects.end(),
                      [](const BorderDefect* a, const BorderDefect* b) {
                          if (!(a->people == b->people)) {
                              return b->people < a->people;
                          }
                          return a->area_m2 != b->area_m2 ? a->area_m2 > b->area_m2 : a < b;
                      });
    std::vector<std::string> items;
    for (std::size_t i = 0; i < count; ++i) {
        const BorderDefect& defect = *sum.defects[i];
        items.push_back(fmt::format("{} ({:.4f} ha{})", zones_text(defect, layer), defect.area_m2 / m2_per_hectare,
                                    report.has_people ? fmt::format(", {:.2f} people", defect.people.value()) : ""));
    }
    return fmt::format("{}{}", fmt::join(items, ", "), sum.defects.size() > count ? ", ..." : "");
}

std::vector<std::pair<std::string, double>> numbers_of(const Sum& sum, const BorderReport& report) {
    std::vector<std::pair<std::string, double>> numbers{{"count", static_cast<double>(sum.defects.size())},
                                                        {"area_ha", sum.area_ha}};
    if (report.has_people) {
        numbers.emplace_back("people", sum.people.value());
    }
    return numbers;
}

std::string people_text(const Sum& sum, const BorderReport& report) {
    return report.has_people ? fmt::format(" and {:.2f} people", sum.people.value()) : "";
}

}  // namespace

std::string_view name_of(DefectKind kind) {
    return words_of(kind).name;
}

Findings border_findings(const BorderReport& report, const ZoneLayer& layer) {
    Findings findings;
    for (const KindWords& words : kinds) {
        const Sum sum = sum_of(report, words.kind);
        if (sum.defects.empty() || words.kind == DefectKind::repaired) {
            continue;
        }
        std::vector<std::pair<std::string, double>> numbers = numbers_of(sum, report);
        numbers.emplace_back("slivers", static_cast<double>(sum.slivers));
        findings.push_back(
            {fmt::format("borders.{}", words.name), layer.name,
             fmt::format("{}: {} {}, with {:.4f} ha{} together{}: {}", layer.name, sum.defects.size(),
                         sum.defects.size() == 1 ? words.one : words.many, sum.area_ha, people_text(sum, report),
                         sum.slivers > 0 ? fmt::format(" ({} of them slivers)", sum.slivers) : "",
                         worst_text(sum, report, layer)),
             std::move(numbers)});
    }
    return findings;
}

Findings policy_findings(const BorderReport& report, const ZoneLayer& layer, std::string_view policy) {
    const Sum sum = sum_of(report, DefectKind::overlap);
    if (sum.defects.empty()) {
        return {};
    }
    const std::string_view what = policy == "split" ? "was shared equally between its zones"
                                  : policy == "first"
                                      ? "was left to the zone that stands first in the layer, and taken from the others"
                                      : "was left to the zone that stands last in the layer, and taken from the others";
    return {
        {"zones.overlap_policy", layer.name,
         fmt::format("{}: where zones overlap ({} {}), the area {} (overlap = \"{}\"): {:.4f} ha{} in all; most: {}",
                     layer.name, sum.defects.size(), sum.defects.size() == 1 ? "pair" : "pairs", what, policy,
                     sum.area_ha, people_text(sum, report), worst_text(sum, report, layer)),
         numbers_of(sum, report)}};
}

std::string border_summary(const BorderReport& report) {
    std::vector<std::string> items;
    for (const KindWords& words : kinds) {
        if (words.kind == DefectKind::point_outside && !report.has_points) {
            continue;
        }
        const Sum sum = sum_of(report, words.kind);
        items.push_back(fmt::format("{} {} ({:.4f} ha)", words.name, sum.defects.size(), sum.area_ha));
    }
    return fmt::format("{}{}", fmt::join(items, ", "),
                       report.has_points ? "" : "; zones' own points not checked, as zones.point names no columns");
}

}  // namespace papar
