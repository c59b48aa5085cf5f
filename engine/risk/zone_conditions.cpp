#include "engine/risk/zone_conditions.hpp"

#include "engine/base/hectare.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// People in the three classes of a hazard.
ByClass<double> people_by_class(const HazardMethod& method, const HazardFigures& figures) {
    ByClass<double> people{};
    for (std::size_t c = 0; c < figures.classes.size(); ++c) {
        people[static_cast<std::size_t>(method.three[c] - 1)] += figures.classes[c].people.value();
    }
    return people;
}

ByClass<double> houses_loss(const HousesMethod& houses, const HazardMethod& method, const HazardFigures& figures) {
    ByClass<double> loss = people_by_class(method, figures);
    for (std::size_t c = 0; c < loss.size(); ++c) {
        loss[c] *= houses.loss_per_house[c] / houses.people_per_house;
    }
    return loss;
}

ByClass<double> parameter_loss(const ValueParameter& parameter, const HazardTotals& totals) {
    ByClass<double> loss{};
    for (const std::size_t layer : parameter.exposures) {
        for (std::size_t c = 0; c < loss.size(); ++c) {
            loss[c] += totals.rupiah[layer][c].value() * parameter.loss_share[c];
        }
    }
    return loss;
}

double sum(const ByClass<double>& classes) {
    return classes[0] + classes[1] + classes[2];
}

std::optional<double> value_index_of_zone(const RiskMethod& method, const ValueMethod& values, std::size_t hazard,
                                          const ZoneFigures& figures, const HazardTotals& totals) {
    double index = 0;
    if (values.houses) {
        if (!figures.people_known) {
            return std::nullopt;
        }
        index += method.score(sum(houses_loss(*values.houses, method.hazards[hazard], figures.by_hazard[hazard])),
                              values.houses->scale);
    }
    for (const ValueParameter& parameter : values.parameters) {
        index += method.score(sum(parameter_loss(parameter, totals)), parameter.scale);
    }
    return index;
}

// The weighted mean of the scores of the areas lost; cover types of no weight do not count.
std::optional<double> environmental_index(const RiskMethod& method, const HazardMethod& hazard,
                                          const HazardTotals& totals) {
    double index = 0;
    double weights = 0;
    for (std::size_t cover = 0; cover < hazard.cover_weights.size(); ++cover) {
        const double hectares = sum(cover_loss_m2(*method.environmental, cover, totals)) / m2_per_hectare;
        const Scale scale{hazard.cover_weights[cover], method.environmental->covers[cover].limits};
        index += method.score(hectares, scale);
        weights += scale.weight;
    }
    return weights > 0 ? std::optional(index / weights) : std::nullopt;
}

std::optional<double> group_scores(const RiskMethod& method, const GroupShares& shares) {
    double index = 0;
    for (const GroupParameter& parameter : method.social->groups) {
        if (!shares[parameter.group]) {
            return std::nullopt;
        }
        index += method.score(*shares[parameter.group], parameter.scale);
    }
    return index;
}

void set_people(const ZoneFigures& figures, const std::optional<RasterPeople>& raster_people, std::size_t zone,
                ZoneConditions& conditions) {
    if (!figures.people_known) {
        conditions.people_factor.reset();
        return;
    }
    if (!raster_people) {
        return;
    }
    const double before = raster_people->before[zone].value();
    if (raster_people->even[zone]) {
        conditions.people_factor = 0;
        conditions.people_per_m2 = figures.area.value() > 0 ? figures.people.value() / figures.area.value() : 0;
    } else {
        conditions.people_factor = before > 0 ? figures.people.value() / before : 0;
    }
}

void set_capacity(const RiskMethod& method, const ZoneCapacity& capacity, ZoneConditions& conditions) {
    if (method.capacity && capacity.ikd && capacity.ikm) {
        conditions.capacity = capacity_index(*capacity.ikd, *capacity.ikm, method.ikd_weight, method.ikm_weight);
        // Of the number the raster holds, so that the two agree.
        const auto stored = static_cast<float>(*conditions.capacity);
        conditions.capacity_class = class_of(static_cast<double>(stored), method.capacity_breaks);
    }
}

void set_components(const RiskMethod& method, const ZoneFigures& figures, const RiskTotals& totals,
                    ZoneConditions& conditions) {
    for (std::size_t h = 0; h < method.hazards.size(); ++h) {
        const HazardMethod& hazard = method.hazards[h];
        const auto set = [&](Component component, const std::optional<double>& index) {
            conditions.by_hazard[h][static_cast<std::size_t>(component)] = index;
        };
        if (!hazard.known) {
            continue;
        }
        if (method.physical && method.physical->basis == Basis::zone) {
            set(Component::physical, value_index_of_zone(method, *method.physical, h, figures, totals.hazards[h]));
        }
        if (method.economic && method.economic->basis == Basis::zone) {
            set(Component::economic, value_index_of_zone(method, *method.economic, h, figures, totals.hazards[h]));
        }
        if (hazard.components[static_cast<std::size_t>(Component::environmental)]) {
            set(Component::environmental, environmental_index(method, hazard, totals.hazards[h]));
        }
    }
}

}  // namespace

std::optional<ByClass<double>> exposed_houses(const RiskMethod& method, std::size_t hazard,
                                              const ZoneFigures& figures) {
    if (!method.people_per_house || !method.hazards[hazard].known || !figures.people_known) {
        return std::nullopt;
    }
    ByClass<double> houses = people_by_class(method.hazards[hazard], figures.by_hazard[hazard]);
    for (double& of_class : houses) {
        of_class /= *method.people_per_house;
    }
    return houses;
}

ByClass<double> cover_loss_m2(const EnvironmentalMethod& method, std::size_t cover, const HazardTotals& totals) {
    ByClass<double> loss{};
    for (std::size_t c = 0; c < loss.size(); ++c) {
        loss[c] = totals.covers[cover][c].value() * method.loss_share[c];
    }
    return loss;
}

std::optional<ByClass<double>> value_loss(const RiskMethod& method, const std::optional<ValueMethod>& values,
                                          std::size_t hazard, const ZoneFigures& figures, const HazardTotals& totals) {
    if (!values || !method.hazards[hazard].known || (values->houses && !figures.people_known)) {
        return std::nullopt;
    }
    ByClass<double> loss{};
    if (values->houses) {
        loss = houses_loss(*values->houses, method.hazards[hazard], figures.by_hazard[hazard]);
    }
    for (const ValueParameter& parameter : values->parameters) {
        const ByClass<double> more = parameter_loss(parameter, totals);
        for (std::size_t c = 0; c < loss.size(); ++c) {
            loss[c] += more[c];
        }
    }
    return loss;
}

std::vector<GroupShares> group_shares(std::span<const ZoneFigures> figures) {
    std::vector<GroupShares> shares;
    for (const ZoneFigures& zone : figures) {
        GroupShares& of = shares.emplace_back();
        const double people = zone.people.value();
        for (const GroupFigures& group : zone.by_group) {
            of.push_back(group.total ? std::optional(people > 0 ? group.total->value() / people : 0.0) : std::nullopt);
        }
    }
    return shares;
}

std::vector<ZoneConditions> zone_conditions(const RiskMethod& method, std::span<const GroupShares> groups,
                                            std::span<const ZoneCapacity> capacity) {
    std::vector<ZoneConditions> conditions(capacity.size());
    for (std::size_t zone = 0; zone < capacity.size(); ++zone) {
        ZoneConditions& of = conditions[zone];
        of.people_factor = 1;
        of.by_hazard.resize(method.hazards.size());
        set_capacity(method, capacity[zone], of);
        if (method.social) {
            of.groups = group_scores(method, groups[zone]);
        }
    }
    return conditions;
}

void add_zone_sums(const RiskMethod& method, std::span<const ZoneFigures> figures,
                   const std::optional<RasterPeople>& raster_people, std::span<const RiskTotals> totals,
                   std::span<ZoneConditions> conditions) {
    for (std::size_t zone = 0; zone < figures.size(); ++zone) {
        set_people(figures[zone], raster_people, zone, conditions[zone]);
        set_components(method, figures[zone], totals[zone], conditions[zone]);
    }
}

}  // namespace papar
