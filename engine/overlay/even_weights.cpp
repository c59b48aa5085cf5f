#include "engine/overlay/even_weights.hpp"

#include "engine/grid/derived_raster.hpp"

namespace papar {

void add_area_outside(ZoneFigures& weights) {
    constexpr double m2_per_km2 = 1e6;
    People outside(weights.area_outside.value() / m2_per_km2 * even_density);
    if (!(People{} < weights.people + outside)) {
        outside = People::from_units(1);
    }
    weights.people += outside;
    for (HazardFigures& hazard : weights.by_hazard) {
        hazard.no_data.people += outside;
    }
}

std::vector<ZoneFigures> even_weights(const OverlayInput& input, const ProgressCallback& progress) {
    OverlayInput even = input;
    even.population = {std::make_shared<UniformRaster>("area", input.grid, even_density),
                       {{0, 1, input.grid.cols}, {0, 1, input.grid.rows}},
                       even_unit,
                       true};
    std::vector<ZoneFigures> weights = overlay(even, progress).zones;
    for (ZoneFigures& zone : weights) {
        add_area_outside(zone);
    }
    return weights;
}

}  // namespace papar
