#include "engine/compare/comparison.hpp"

#include "engine/compare/attribution.hpp"
#include "engine/compare/zone_pairs.hpp"
#include "engine/output/hazard_parts.hpp"
#include "engine/output/published_figures.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace papar {

namespace {

// Published figures carry half a millionth of rounding each.
constexpr double least_difference = 2e-6;

double or_zero(const std::optional<double>& value) {
    return value.value_or(0);
}

// Classes as they come, then "nihil" and "tanpa_data".
std::vector<HazardPartNames> union_of_parts(const RunResult& a, const RunResult& b) {
    std::vector<HazardPartNames> hazards;
    for (const RunResult* result : {&a, &b}) {
        for (const HazardPartName& part : result->parts) {
            auto hazard = std::ranges::find(hazards, part.hazard, &HazardPartNames::id);
            if (hazard == hazards.end()) {
                hazard = hazards.insert(hazards.end(), {part.hazard, {}});
            }
            if (std::ranges::find(hazard->parts, part.label) == hazard->parts.end()) {
                hazard->parts.push_back(part.label);
            }
        }
    }
    for (HazardPartNames& hazard : hazards) {
        std::ranges::stable_partition(
            hazard.parts, [](const std::string& label) { return label != no_hazard_name && label != no_data_name; });
    }
    return hazards;
}

// One zone of one result, or nothing.
class Side {
public:
    Side(const RunResult& result, bool there, std::size_t zone)
        : result_(result), zone_(there ? &result.zones[zone] : nullptr) {}

    [[nodiscard]] PublishedFigures whole() const { return zone_ != nullptr ? zone_->whole : PublishedFigures{}; }
    [[nodiscard]] std::optional<double> people_any_hazard() const {
        return zone_ != nullptr ? zone_->people_any_hazard : std::nullopt;
    }
    [[nodiscard]] PublishedFigures exposed(const std::string& hazard) const {
        const auto found = std::ranges::find(result_.hazards, hazard);
        return zone_ != nullptr && found != result_.hazards.end()
                   ? zone_->exposed[static_cast<std::size_t>(found - result_.hazards.begin())]
                   : PublishedFigures{};
    }
    [[nodiscard]] PublishedFigures part(const HazardPartName& name) const {
        const auto found = std::ranges::find(result_.parts, name);
        return zone_ != nullptr && found != result_.parts.end()
                   ? zone_->parts[static_cast<std::size_t>(found - result_.parts.begin())]
                   : PublishedFigures{};
    }

private:
    const RunResult& result_;
    const ZoneOfResult* zone_;
};

ComparedFigures pair_of(const PublishedFigures& a, const PublishedFigures& b) {
    return {{a.people, b.people}, {a.ha, b.ha}};
}

void fill_figures(const Comparison& comparison, ComparedZone& zone) {
    const Side a(comparison.a, zone.in != ComparedZone::In::only_b, zone.a);
    const Side b(comparison.b, zone.in != ComparedZone::In::only_a, zone.b);
    zone.whole = pair_of(a.whole(), b.whole());
    zone.people_any_hazard = {a.people_any_hazard(), b.people_any_hazard()};
    for (const HazardPartNames& names : comparison.hazards) {
        ComparedHazard& hazard = zone.hazards.emplace_back();
        hazard.exposed = pair_of(a.exposed(names.id), b.exposed(names.id));
        for (const std::string& label : names.parts) {
            hazard.parts.push_back(pair_of(a.part({names.id, label}), b.part({names.id, label})));
        }
        hazard.differs = hazard.exposed.differs() || std::ranges::any_of(hazard.parts, &ComparedFigures::differs);
    }
}

void add(const ComparedZone& zone, ComparedZone& total) {
    total.whole += zone.whole;
    total.people_any_hazard += zone.people_any_hazard;
    total.hazards.resize(zone.hazards.size());
    for (std::size_t h = 0; h < zone.hazards.size(); ++h) {
        ComparedHazard& sum = total.hazards[h];
        sum.exposed += zone.hazards[h].exposed;
        sum.parts.resize(zone.hazards[h].parts.size());
        for (std::size_t p = 0; p < sum.parts.size(); ++p) {
            sum.parts[p] += zone.hazards[h].parts[p];
        }
        sum.differs = sum.differs || zone.hazards[h].differs;
    }
}

}  // namespace

std::optional<double> FigurePair::change() const {
    if (!a || !b) return std::nullopt;
    return rounded(*b - *a, 1e6);
}

bool FigurePair::differs() const {
    return a.has_value() != b.has_value() || (a && std::abs(*b - *a) >= least_difference);
}

FigurePair& FigurePair::operator+=(const FigurePair& other) {
    const auto sum = [](std::optional<double>& to, const std::optional<double>& from) {
        if (from) to = rounded(or_zero(to) + *from, 1e6);
    };
    sum(a, other.a);
    sum(b, other.b);
    return *this;
}

ComparedFigures& ComparedFigures::operator+=(const ComparedFigures& other) {
    people += other.people;
    ha += other.ha;
    return *this;
}

bool ComparedZone::differs() const {
    return in != In::both || whole.differs() || people_any_hazard.differs() ||
           std::ranges::any_of(hazards, &ComparedHazard::differs);
}

bool Comparison::equal() const {
    return std::ranges::none_of(zones, &ComparedZone::differs);
}

Comparison compare_results(const RunResult& a, const RunResult& b) {
    Comparison comparison{a, b, a.layer.has_codes && b.layer.has_codes, {}, {}, {}, {}};
    comparison.changes = record_changes(a.record, b.record);
    comparison.hazards = union_of_parts(a, b);
    comparison.zones = zone_pairs(a.layer, b.layer, comparison.by_code);
    for (ComparedZone& zone : comparison.zones) {
        fill_figures(comparison, zone);
        attribute(comparison, zone);
        add(zone, comparison.total);
    }
    return comparison;
}

}  // namespace papar
