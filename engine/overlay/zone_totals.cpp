#include "engine/overlay/zone_totals.hpp"

#include <algorithm>

namespace papar {

ZoneTotals::ZoneTotals(std::size_t zones, const std::vector<std::size_t>& classes)
    : classes_(classes), zones_(zones), hazards_(zones * classes.size()) {}

void ZoneTotals::add_zone(std::size_t zone, const ZoneTally& part) {
    const std::lock_guard lock(lock_of(zone));
    Zone& totals = zones_[zone];
    ++parts_;
    totals.people += People(part.run_people + part.cell_people);
    totals.area += AreaM2(part.run_area + part.cell_area);
    totals.area_no_population += AreaM2(part.area_no_population);
    totals.cells += part.cells;
}

void ZoneTotals::add_hazard(std::size_t zone, std::size_t hazard, const HazardTally& part) {
    const std::lock_guard lock(lock_of(zone));
    Hazard& totals = hazards_[zone * classes_.size() + hazard];
    parts_ += static_cast<std::int64_t>(classes_[hazard] + 2);
    for (std::size_t i = 0; i < classes_[hazard] + 2; ++i) {
        totals.people[i] += People(part.people[i]);
        totals.area[i] += AreaM2(part.area[i]);
    }
    if (part.cells > 0) {
        totals.max = totals.cells == 0 ? part.max : std::max(totals.max, part.max);
    }
    totals.value_sum += ValueSum(part.value_sum);
    totals.fraction_sum += ValueSum(part.fraction_sum);
    totals.cells += part.cells;
    if (part.anybody) {
        totals.bins.resize(classes_[hazard] * bins_per_class);
        for (std::size_t bin = 0; bin < totals.bins.size(); ++bin) {
            totals.bins[bin] += People(part.bins[bin]);
        }
    }
}

void ZoneTotals::add_piece(std::size_t zone, std::size_t hazard, std::size_t class_index, const ZoneTally& part) {
    const std::lock_guard lock(lock_of(zone));
    Hazard& totals = hazards_[zone * classes_.size() + hazard];
    ++parts_;
    totals.people[class_index] += People(part.run_people + part.cell_people);
    totals.area[class_index] += AreaM2(part.run_area + part.cell_area);
}

void ZoneTotals::close_vector_hazard(std::size_t hazard) {
    for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
        Hazard& totals = hazards_[zone * classes_.size() + hazard];
        const std::size_t no_hazard = classes_[hazard];
        totals.people[no_hazard] = zones_[zone].people;
        totals.area[no_hazard] = zones_[zone].area;
        for (std::size_t c = 0; c < no_hazard; ++c) {
            totals.people[no_hazard] -= totals.people[c];
            totals.area[no_hazard] -= totals.area[c];
        }
        totals.cells = zones_[zone].cells;
    }
}

void ZoneTotals::add_exposed(std::size_t zone, double people) {
    const std::lock_guard lock(lock_of(zone));
    zones_[zone].exposed += People(people);
}

void ZoneTotals::add_population(const PopulationTally& part) {
    const std::lock_guard lock(population_lock_);
    parts_ += 3;
    in_raster_ += People(part.in_raster);
    outside_zones_ += People(part.outside_zones);
    counted_twice_ += People(part.counted_twice);
}

namespace {

Figures figures_of(People people, AreaM2 area) {
    return {std::max(people, People{}), std::max(area, AreaM2{})};
}

}  // namespace

HazardFigures ZoneTotals::hazard_figures(const Hazard& totals, std::size_t classes) {
    HazardFigures figures;
    for (std::size_t c = 0; c < classes; ++c) {
        figures.classes.push_back(figures_of(totals.people[c], totals.area[c]));
    }
    figures.no_hazard = figures_of(totals.people[classes], totals.area[classes]);
    figures.no_data = figures_of(totals.people[classes + 1], totals.area[classes + 1]);
    figures.cells = totals.cells;
    figures.value_sum = totals.value_sum;
    figures.fraction_sum = totals.fraction_sum;
    if (totals.cells > 0 && ValueSum{} < totals.fraction_sum) {  // shapes have no values
        figures.max = totals.max;
    }
    figures.histogram = totals.bins;
    return figures;
}

std::vector<ZoneFigures> ZoneTotals::zone_figures() const {
    std::vector<ZoneFigures> all;
    all.reserve(zones_.size());
    for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
        const Zone& totals = zones_[zone];
        ZoneFigures figures;
        figures.people = totals.people;
        figures.area = totals.area;
        figures.area_no_population = totals.area_no_population;
        figures.cells = totals.cells;
        figures.people_any_hazard = totals.exposed;
        for (std::size_t hazard = 0; hazard < classes_.size(); ++hazard) {
            figures.by_hazard.push_back(hazard_figures(hazards_[zone * classes_.size() + hazard], classes_[hazard]));
        }
        figures.hazards = hazards_present(figures);
        all.push_back(std::move(figures));
    }
    return all;
}

double ZoneTotals::rounding_allowance() const {
    constexpr double half_a_unit = 0.5e-9;
    return half_a_unit * static_cast<double>(parts_);
}

Balance ZoneTotals::balance() const {
    Balance balance;
    balance.in_raster = in_raster_;
    balance.outside_zones = outside_zones_;
    balance.counted_twice = counted_twice_;
    for (const Zone& zone : zones_) {
        balance.in_zones += zone.people;
    }
    return balance;
}

std::vector<HazardBalance> ZoneTotals::hazard_balances() const {
    std::vector<HazardBalance> all;
    for (std::size_t hazard = 0; hazard < classes_.size(); ++hazard) {
        const std::size_t classes = classes_[hazard];
        HazardBalance balance;
        balance.classes.resize(classes);
        for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
            const auto& people = hazards_[zone * classes_.size() + hazard].people;
            for (std::size_t c = 0; c < classes; ++c) {
                balance.classes[c] += people[c];
            }
            balance.no_hazard += people[classes];
            balance.no_data += people[classes + 1];
        }
        all.push_back(std::move(balance));
    }
    return all;
}

}  // namespace papar
