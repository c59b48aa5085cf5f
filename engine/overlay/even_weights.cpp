#include "engine/overlay/even_weights.hpp"

#include "engine/grid/derived_raster.hpp"

namespace papar {

namespace {

ZoneLayer selected(const ZoneLayer& layer, const std::vector<std::size_t>& zones) {
    ZoneLayer some{layer.name, layer.crs_wkt, layer.has_codes, {}, {}, {}};
    for (const std::size_t zone : zones) {
        some.zones.push_back(layer.zones[zone]);
        if (!layer.reprojected.empty()) {
            some.reprojected.push_back(layer.reprojected[zone]);
        }
    }
    return some;
}

}  // namespace

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

std::vector<ZoneFigures> even_weights(const OverlayInput& input, const std::vector<std::size_t>& zones,
                                      const ProgressCallback& progress) {
    const ZoneLayer some = selected(input.zones, zones);
    const Placement everywhere{{0, 1, input.grid.cols}, {0, 1, input.grid.rows}};
    const PopulationLayer area{std::make_shared<UniformRaster>("area", input.grid, even_density), everywhere, even_unit,
                               true};
    const OverlayInput even{input.grid, input.cell_area, area, input.hazards, some};
    std::vector<ZoneFigures> weights = overlay(even, progress).zones;
    for (ZoneFigures& zone : weights) {
        add_area_outside(zone);
    }
    return weights;
}

}  // namespace papar
