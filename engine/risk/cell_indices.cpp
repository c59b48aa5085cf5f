#include "engine/risk/cell_indices.hpp"

#include "engine/base/hectare.hpp"

#include <algorithm>

namespace papar {

namespace {

constexpr double m2_per_km2 = 1e6;

}  // namespace

HazardCells::HazardCells(const RiskMethod& method, std::size_t hazard, const BlockView& view, const BlockCells& cells)
    : method_(method), hazard_(method.hazards[hazard]), place_(hazard), view_(view), cells_(cells) {}

double HazardCells::hazard_index(std::int64_t row, std::int64_t col, int hazard_class) const {
    switch (hazard_.form) {
        case IndexForm::value:
            return std::clamp(view_.hazards[place_].at(col, row), 0.0, 1.0);
        case IndexForm::fuzzy:
            return fuzzy_large(view_.hazards[place_].at(col, row), hazard_.midpoint, hazard_.spread);
        case IndexForm::class_score:
            break;
    }
    return method_.scores[static_cast<std::size_t>(hazard_class - 1)];
}

double HazardCells::lost_per_hectare(const ValueMethod& values, std::int64_t row, std::int64_t col, int hazard_class,
                                     double people) const {
    const auto c = static_cast<std::size_t>(hazard_class - 1);
    const auto cell = static_cast<std::size_t>(row * view_.window.cols + col);
    const double hectares = view_.areas.at(row, col) / m2_per_hectare;
    double index = 0;
    if (values.houses) {
        const HousesMethod& houses = *values.houses;
        index += method_.score(people / houses.people_per_house * houses.loss_per_house[c] / hectares, houses.scale);
    }
    for (const ValueParameter& parameter : values.parameters) {
        double rupiah = 0;
        for (const std::size_t layer : parameter.exposures) {
            rupiah += cells_.rupiah(layer)[cell];
        }
        index += method_.score(rupiah * parameter.loss_share[c] / hectares, parameter.scale);
    }
    return index;
}

std::optional<double> HazardCells::component(Component which, std::int64_t row, std::int64_t col, int hazard_class,
                                             const ZoneConditions& zone) const {
    const auto place = static_cast<std::size_t>(which);
    if (!hazard_.components[place]) {
        return std::nullopt;
    }
    if (zone.by_hazard[place_][place] || which == Component::environmental) {
        return zone.by_hazard[place_][place];
    }
    const double m2 = view_.areas.at(row, col);
    const double people = view_.people.at(col, row) * zone.people_factor.value_or(0) + zone.people_per_m2 * m2;
    if (which == Component::social) {
        if (!zone.people_factor || !zone.groups) {
            return std::nullopt;
        }
        return method_.score(people / (m2 / m2_per_km2), method_.social->density) + *zone.groups;
    }
    const ValueMethod& values = which == Component::physical ? *method_.physical : *method_.economic;
    if (values.basis == Basis::zone || (values.houses && !zone.people_factor)) {
        return std::nullopt;
    }
    return lost_per_hectare(values, row, col, hazard_class, people);
}

// The class is that of the number the raster holds, so that the two always agree.
void HazardCells::set_by_breaks(IndexKind kind, double value, CellIndices& indices) const {
    const auto stored = static_cast<float>(value);
    indices.set(kind, value, class_of(static_cast<double>(stored), method_.breaks));
}

CellIndices HazardCells::at_cell(std::int64_t row, std::int64_t col, int hazard_class,
                                 const ZoneConditions& zone) const {
    CellIndices indices;
    indices.set(IndexKind::hazard, hazard_index(row, col, hazard_class), hazard_class);
    double vulnerability = 0;
    double loss = 0;
    double loss_weights = 0;
    bool known = hazard_.vulnerability;
    bool loss_known = hazard_.loss;
    for (const Component which : all_components) {
        const std::optional<double> weight = hazard_.weights[static_cast<std::size_t>(which)];
        const std::optional<double> index = component(which, row, col, hazard_class, zone);
        const bool of_loss = which == Component::physical || which == Component::economic;
        if (index) {
            set_by_breaks(kind_of(which), *index, indices);
        }
        if (!weight || *weight == 0) {
            continue;
        }
        if (!index) {
            known = false;
            loss_known = loss_known && !of_loss;
            continue;
        }
        vulnerability += *weight * *index;
        if (of_loss) {
            loss += *weight * *index;
            loss_weights += *weight;
        }
    }
    if (loss_known && loss_weights > 0) {
        set_by_breaks(IndexKind::loss, loss / loss_weights, indices);
    }
    if (known) {
        set_by_breaks(IndexKind::vulnerability, vulnerability, indices);
        set_risk(zone, indices);
    }
    return indices;
}

void HazardCells::set_risk(const ZoneConditions& zone, CellIndices& indices) const {
    if (!hazard_.risk || !zone.capacity) {
        return;
    }
    if (method_.form == RiskForm::cube_root) {
        set_by_breaks(IndexKind::risk,
                      cube_root_risk(static_cast<double>(indices.index[at(IndexKind::hazard)]),
                                     static_cast<double>(indices.index[at(IndexKind::vulnerability)]), *zone.capacity),
                      indices);
        return;
    }
    if (!indices.known(IndexKind::social) || !indices.known(IndexKind::loss)) {
        return;
    }
    const int threat =
        crossing(method_.threat, indices.classes[at(IndexKind::hazard)], indices.classes[at(IndexKind::social)]);
    const int loss = crossing(method_.loss, threat, indices.classes[at(IndexKind::loss)]);
    const int capacity = crossing(method_.capacity_matrix, threat, zone.capacity_class);
    const int risk = crossing(method_.risk, loss, capacity);
    indices.set(IndexKind::risk, method_.scores[static_cast<std::size_t>(risk - 1)], risk);
}

}  // namespace papar
