#include "engine/risk/risk_figures.hpp"

#include "engine/overlay/roll_up.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace papar {

namespace {

// One row: a zone, or the sum of several.
struct Row {
    RiskTotals totals;
    ZoneFigures figures;
    std::vector<std::size_t> zones;
};

std::optional<int> dominant(const ByClass<AreaM2>& area) {
    std::optional<int> best;
    for (std::size_t c = 0; c < area.size(); ++c) {
        if (AreaM2() < area[c] && (!best || !(area[c] < area[static_cast<std::size_t>(*best - 1)]))) {
            best = static_cast<int>(c) + 1;
        }
    }
    return best;
}

std::optional<int> highest(const ByClass<AreaM2>& area) {
    for (std::size_t c = area.size(); c > 0; --c) {
        if (AreaM2() < area[c - 1]) {
            return static_cast<int>(c);
        }
    }
    return std::nullopt;
}

ByClass<AreaM2> hazard_land(const HazardMethod& method, const HazardFigures& figures) {
    ByClass<AreaM2> area;
    for (std::size_t c = 0; c < figures.classes.size(); ++c) {
        area[static_cast<std::size_t>(method.three[c] - 1)] += figures.classes[c].area;
    }
    return area;
}

class RowFigures {
public:
    RowFigures(const RiskMethod& method, std::span<const ZoneCapacity> capacity, RiskResult& result)
        : method_(method), capacity_(capacity), result_(result) {}

    RiskFigures zone(const Row& row) {
        RiskFigures figures = of(row);
        each_index(figures, [&](IndexFigures& index, auto) { index.single_class = by_rule(method_.zone_rule, index); });
        return figures;
    }

    // The zones' own figures are in the result already.
    RiskFigures area(const Row& row) {
        RiskFigures figures = of(row);
        each_index(figures, [&](IndexFigures& index, auto same_of) {
            index.single_class = method_.level_rule == RollUpRule::max ? highest_of(row.zones, same_of)
                                                                       : by_rule(method_.level_rule, index);
        });
        return figures;
    }

private:
    // Calls for every index there is, with how to find the same one in other figures (null where it is not known).
    template <typename Use>
    void each_index(RiskFigures& figures, Use use) const {
        const auto each = [&](std::optional<IndexFigures>& index, auto same_of) {
            if (index) {
                use(*index, [same_of](RiskFigures& other) {
                    std::optional<IndexFigures>& same = same_of(other);
                    return same ? &*same : nullptr;
                });
            }
        };
        for (std::size_t h = 0; h < figures.by_hazard.size(); ++h) {
            for (std::size_t c = 0; c < component_count; ++c) {
                each(
                    figures.by_hazard[h].components[c],
                    [ h, c ](RiskFigures & other) -> auto& { return other.by_hazard[h].components[c]; });
            }
            for (const auto member :
                 {&HazardRisk::hazard, &HazardRisk::loss, &HazardRisk::vulnerability, &HazardRisk::risk}) {
                each(
                    figures.by_hazard[h].*member,
                    [ h, member ](RiskFigures & other) -> auto& { return other.by_hazard[h].*member; });
            }
        }
        use(figures.multi.highest, [](RiskFigures& other) { return &other.multi.highest; });
        for (const auto member : {&MultiHazardFigures::weighted, &MultiHazardFigures::risk}) {
            each(
                figures.multi.*member, [member](RiskFigures & other) -> auto& { return other.multi.*member; });
        }
    }

    // Nothing by the mean where there is only land by class: the highest class of several hazards has no index.
    [[nodiscard]] std::optional<int> by_rule(RollUpRule rule, const IndexFigures& index) const {
        if (rule == RollUpRule::dominant) {
            return dominant(index.area);
        }
        if (rule == RollUpRule::max) {
            return highest(index.area);
        }
        const std::optional<double> mean = index.weighted == AreaM2() ? std::nullopt : index.mean();
        return mean ? std::optional(class_of(*mean, method_.breaks)) : std::nullopt;
    }

    template <typename SameOf>
    [[nodiscard]] std::optional<int> highest_of(const std::vector<std::size_t>& zones, SameOf same_of) const {
        std::optional<int> best;
        for (const std::size_t zone : zones) {
            const IndexFigures* index = same_of(result_.zones[zone]);
            if (index != nullptr && index->single_class) {
                best = std::max(best.value_or(0), *index->single_class);
            }
        }
        return best;
    }

    [[nodiscard]] RiskFigures of(const Row& row) const {
        RiskFigures figures;
        for (std::size_t hazard = 0; hazard < method_.hazards.size(); ++hazard) {
            figures.by_hazard.push_back(hazard_risk(row, hazard));
        }
        figures.capacity = capacity_of(row.zones);
        figures.multi = multi_of(row.totals.multi);
        for (std::size_t layer = 0; layer < row.totals.exposures.size(); ++layer) {
            ExposureFigures& exposure = figures.exposures.emplace_back();
            exposure.total = row.totals.exposures[layer];
            for (const HazardTotals& hazard : row.totals.hazards) {
                exposure.by_hazard.push_back(hazard.exposures[layer]);
            }
        }
        return figures;
    }

    // Nothing where the index is not known somewhere in the hazard.
    static std::optional<IndexFigures> known(const IndexSums& sums) {
        return sums.unknown == AreaM2() ? std::optional(IndexFigures{sums.area, sums.weighted}) : std::nullopt;
    }

    [[nodiscard]] HazardRisk hazard_risk(const Row& row, std::size_t place) const {
        HazardRisk risk;
        const HazardMethod& method = method_.hazards[place];
        const HazardFigures& figures = row.figures.by_hazard[place];
        const HazardTotals& totals = row.totals.hazards[place];
        if (!method.known || figures.cells == 0) {
            return risk;
        }
        const auto index = [&](IndexKind kind) { return known(totals.indices[at(kind)]); };
        risk.hazard = IndexFigures{hazard_land(method, figures), totals.indices[at(IndexKind::hazard)].weighted};
        for (const Component which : all_components) {
            const auto c = static_cast<std::size_t>(which);
            if (method.components[c]) {
                risk.components[c] = index(kind_of(which));
            }
        }
        const bool physical = method.components[static_cast<std::size_t>(Component::physical)];
        const bool economic = method.components[static_cast<std::size_t>(Component::economic)];
        if (method.loss) {
            risk.loss = index(IndexKind::loss);
        }
        if (method.vulnerability) {
            risk.vulnerability = index(IndexKind::vulnerability);
        }
        if (method.risk) {
            risk.risk = index(IndexKind::risk);
        }
        risk.houses = amounts(exposed_houses(method_, place, row.figures));
        if (physical) {
            risk.physical_loss = amounts(value_loss(method_, method_.physical, place, row.figures, totals));
        }
        if (economic) {
            risk.economic_loss = amounts(value_loss(method_, method_.economic, place, row.figures, totals));
        }
        if (method.components[static_cast<std::size_t>(Component::environmental)]) {
            risk.environmental_loss = environmental_loss(method, totals);
        }
        return risk;
    }

    static std::optional<ByClass<Amount>> amounts(const std::optional<ByClass<double>>& values) {
        if (!values) {
            return std::nullopt;
        }
        return ByClass<Amount>{Amount((*values)[0]), Amount((*values)[1]), Amount((*values)[2])};
    }

    [[nodiscard]] ByClass<AreaM2> environmental_loss(const HazardMethod& method, const HazardTotals& totals) const {
        ByClass<AreaM2> loss;
        for (std::size_t cover = 0; cover < method.cover_weights.size(); ++cover) {
            const ByClass<double> lost = cover_loss_m2(*method_.environmental, cover, totals);
            for (std::size_t c = 0; c < loss.size(); ++c) {
                loss[c] += AreaM2(lost[c]);
            }
        }
        return loss;
    }

    [[nodiscard]] CapacityFigures capacity_of(const std::vector<std::size_t>& zones) const {
        CapacityFigures figures;
        if (!method_.capacity || zones.empty()) {
            return figures;
        }
        figures.ikd = mean_of(zones, &ZoneCapacity::ikd);
        figures.ikm = mean_of(zones, &ZoneCapacity::ikm);
        const auto class_at = [&](const std::optional<double>& index) {
            return index ? std::optional(class_of(*index, method_.capacity_breaks)) : std::nullopt;
        };
        if (figures.ikd && figures.ikm) {
            figures.index = capacity_index(*figures.ikd, *figures.ikm, method_.ikd_weight, method_.ikm_weight);
        }
        figures.ikd_class = class_at(figures.ikd);
        figures.ikm_class = class_at(figures.ikm);
        figures.single_class = class_at(figures.index);
        return figures;
    }

    [[nodiscard]] std::optional<double> mean_of(const std::vector<std::size_t>& zones,
                                                std::optional<double> ZoneCapacity::*part) const {
        double sum = 0;
        for (const std::size_t zone : zones) {
            if (!(capacity_[zone].*part)) {
                return std::nullopt;
            }
            sum += *(capacity_[zone].*part);
        }
        return sum / static_cast<double>(zones.size());
    }

    [[nodiscard]] MultiHazardFigures multi_of(const MultiTotals& totals) const {
        MultiHazardFigures multi;
        multi.highest = IndexFigures{totals.highest.area, {}};
        multi.by_number = totals.by_number;
        if (!method_.multi_weights.empty()) {
            multi.weighted = known(totals.weighted);
        }
        if (std::all_of(method_.hazards.begin(), method_.hazards.end(), [](const auto& of) { return of.risk; })) {
            multi.risk = known(totals.risk);
        }
        return multi;
    }

    const RiskMethod& method_;
    std::span<const ZoneCapacity> capacity_;
    RiskResult& result_;
};

}  // namespace

void make_risk_figures(const RiskMethod& method, const ZoneLayer& layer, const OverlayResult& overlay,
                       std::span<const RiskTotals> totals, std::span<const ZoneCapacity> capacity, RiskResult& result) {
    RowFigures figures(method, capacity, result);
    const RiskTotals none(method.hazards.size(), result.exposures.size(),
                          method.environmental ? method.environmental->covers.size() : 0);
    const auto add_zone = [&](std::size_t zone, Row& row) {
        add(totals[zone], row.totals);
        row.zones.push_back(zone);
    };
    Row all{none, all_zones(overlay), {}};
    for (std::size_t zone = 0; zone < totals.size(); ++zone) {
        result.zones.push_back(figures.zone({totals[zone], overlay.zones[zone], {zone}}));
        add_zone(zone, all);
    }
    for (std::size_t index = 0; index < layer.levels.size(); ++index) {
        std::vector<Row> rows;
        for (const ZoneFigures& area : overlay.levels[index]) {
            rows.push_back({none, area, {}});
        }
        for (std::size_t zone = 0; zone < totals.size(); ++zone) {
            if (const auto area = layer.levels[index].area_of_zone[zone]) {
                add_zone(zone, rows[*area]);
            }
        }
        std::vector<RiskFigures>& areas = result.levels.emplace_back();
        for (const Row& row : rows) {
            areas.push_back(figures.area(row));
        }
    }
    result.all = figures.area(all);
}

}  // namespace papar
