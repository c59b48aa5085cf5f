#include "engine/explain_official.hpp"

#include "engine/zones/shape_area.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace papar {

namespace {

double sum_of_weights(const Explanation& explanation) {
    double sum = 0;
    for (const ExplainedCell& cell : explanation.cells) {
        sum += cell.people_added();
    }
    return sum;
}

// In m2; where zones are cut into parts, the zone's share of each of its own.
double outside_grid(const OverlayInput& input, std::size_t zone) {
    if (input.parts == nullptr) {
        return area_outside(input.zones.shape_on_grid(zone), input.grid, input.cell_area).value();
    }
    double sum = 0;
    for (std::size_t part = 0; part < input.parts->owners.size(); ++part) {
        const std::vector<std::uint32_t>& owners = input.parts->owners[part];
        if (std::ranges::find(owners, zone) != owners.end()) {
            sum += area_outside(input.shapes().shape_on_grid(part), input.grid, input.cell_area).value() /
                   static_cast<double>(owners.size());
        }
    }
    return sum;
}

void multiply(Explanation& explanation, double factor) {
    for (Figures& part : explanation.parts) {
        part.people = People();
    }
    for (ExplainedCell& cell : explanation.cells) {
        cell.people *= factor;
        explanation.parts[static_cast<std::size_t>(cell.part)].people += People(cell.people_added());
    }
}

}  // namespace

void bring_to_official(const Prepared& prepared, const OverlayInput& input, std::size_t zone, bool even,
                       Explanation& explanation) {
    const std::optional<People>& official = prepared.official->people[zone];
    if (!official) {
        multiply(explanation, std::numeric_limits<double>::quiet_NaN());
        return;
    }
    double weights = sum_of_weights(explanation);
    const bool by_area = even || weights == 0;
    if (by_area) {
        for (ExplainedCell& cell : explanation.cells) {
            cell.people = cell.area_m2;
        }
        weights = sum_of_weights(explanation) + outside_grid(input, zone);
    }
    multiply(explanation, weights > 0 ? official->value() / weights : 0);
}

}  // namespace papar
