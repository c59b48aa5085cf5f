#include "engine/overlay/people_model.hpp"

#include "engine/overlay/even_weights.hpp"
#include "engine/overlay/group_people.hpp"
#include "engine/overlay/people_findings.hpp"
#include "engine/overlay/scale_people.hpp"

#include <tbb/parallel_for.h>

#include <cstddef>
#include <vector>

namespace papar {

namespace {

std::vector<std::size_t> zones_without_weight(const OfficialPeople& official, const OverlayResult& result) {
    std::vector<std::size_t> zones;
    for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
        const People people = official.people[zone].value_or(People());
        if (People{} < people && !has_weight(result.zones[zone])) {
            zones.push_back(zone);
        }
    }
    return zones;
}

// Zones in which nothing weighs anything are spread by area; scaling them once more then changes nothing.
void weigh_evenly(const std::vector<std::size_t>& zones, const OfficialPeople& official, const OverlayInput& input,
                  OverlayResult& result, const ProgressCallback& progress) {
    if (zones.empty()) {
        return;
    }
    const std::vector<ZoneFigures> weights = even_weights(input, progress);
    for (const std::size_t zone : zones) {
        ZoneFigures& figures = result.zones[zone];
        scale_people(figures, weights[zone], *official.people[zone]);
        figures.area_no_population = AreaM2();
    }
}

void scale_to(const OfficialPeople& official, PopulationModel model, OverlayResult& result) {
    tbb::parallel_for(std::size_t{0}, result.zones.size(), [&](std::size_t zone) {
        ZoneFigures& figures = result.zones[zone];
        if (!official.people[zone]) {
            forget_people(figures);
            return;
        }
        scale_people(figures, figures, *official.people[zone]);
        if (model == PopulationModel::table) {
            figures.area_no_population = AreaM2();  // the table is the population data, of the zone as a whole
        }
    });
}

void set_factors(const OfficialPeople& official, OverlayResult& result) {
    for (std::size_t zone = 0; zone < result.zones.size(); ++zone) {
        ZoneFigures& figures = result.zones[zone];
        if (official.people[zone] && People{} < figures.people) {
            figures.factor = official.people[zone]->value() / figures.people.value();
        }
    }
}

HazardBalance hazard_balance(const OverlayResult& result, std::size_t hazard, std::size_t classes) {
    HazardBalance balance;
    balance.classes.resize(classes);
    for (const ZoneFigures& zone : result.zones) {
        const HazardFigures& figures = zone.by_hazard[hazard];
        for (std::size_t c = 0; c < classes; ++c) {
            balance.classes[c] += figures.classes[c].people;
        }
        balance.no_hazard += figures.no_hazard.people;
        balance.no_data += figures.no_data.people;
    }
    return balance;
}

void balance_with(const OfficialPeople& official, PopulationModel model, OverlayResult& result) {
    Balance balance{official.total, {}, official.rows_without_zone, {}, true, {}};
    if (model == PopulationModel::calibrated) {
        balance.measured = result.balance.in_raster;
    }
    for (const ZoneFigures& zone : result.zones) {
        balance.in_zones += zone.people;
    }
    result.balance = balance;
    for (std::size_t hazard = 0; hazard < result.by_hazard.size(); ++hazard) {
        result.by_hazard[hazard] = hazard_balance(result, hazard, result.by_hazard[hazard].classes.size());
    }
}

void bring_to_official(const PopulationInput& settings, const OfficialPeople& official, const OverlayInput& input,
                       OverlayResult& result, const ProgressCallback& progress) {
    if (settings.model == PopulationModel::calibrated) {
        set_factors(official, result);
    }
    if (settings.spread.kind == Spread::even) {
        for (ZoneFigures& zone : result.zones) {
            add_area_outside(zone);
        }
    }
    const std::vector<std::size_t> unsettled = zones_without_weight(official, result);
    weigh_evenly(unsettled, official, input, result, progress);
    scale_to(official, settings.model, result);
    balance_with(official, settings.model, result);
    report_evenly_spread(settings, official, input, unsettled, result.findings);
    report_factors(settings, input, result);
}

// The group's people in a zone; a share is of the people there are.
std::optional<People> group_total(const GroupInput& group, const GroupFigure& figure, const ZoneFigures& zone) {
    const std::optional<double> share = group.share ? group.share : figure.share;
    if (share) {
        return zone.people_known ? std::optional(People(zone.people.value() * *share)) : std::nullopt;
    }
    return figure.people;
}

void add_groups(const PopulationInput& settings, const std::optional<OfficialPeople>& official, OverlayResult& result) {
    tbb::parallel_for(std::size_t{0}, result.zones.size(), [&](std::size_t zone) {
        ZoneFigures& figures = result.zones[zone];
        for (std::size_t group = 0; group < settings.groups.size(); ++group) {
            const bool has_row = official && !official->groups[zone].empty();
            const GroupFigure figure = has_row ? official->groups[zone][group] : GroupFigure();
            figures.by_group.push_back(group_people(figures, group_total(settings.groups[group], figure, figures)));
        }
    });
}

}  // namespace

void apply_people_model(const PopulationInput& settings, const std::optional<OfficialPeople>& official,
                        const OverlayInput& input, OverlayResult& result, const ProgressCallback& progress) {
    if (official && settings.model != PopulationModel::raster) {
        bring_to_official(settings, *official, input, result, progress);
    }
    if (!settings.groups.empty()) {
        add_groups(settings, official, result);
        report_groups(settings, input, result);
    }
}

}  // namespace papar
