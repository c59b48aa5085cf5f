// What is exposed beside people: layers by hazard class, and points by name.
#pragma once

#include "engine/document/area_table.hpp"

#include <cstddef>

namespace papar {

// All zones together: one row an exposure layer, its amount in each class of the hazard, in the layer's own unit,
// rupiah in millions; so there is no total row.
[[nodiscard]] ReportTable exposure_layers_table(ReportContext& context, std::size_t hazard);

// The same for every row of the tables: layer by layer, its areas below each other.
[[nodiscard]] ReportTable exposure_by_area_table(ReportContext& context, std::size_t hazard);

// The points in a class of the hazard by name, the highest class first, then in the order of the layers and names,
// with their value where the study gives any.
// Notes count the points without the hazard, without data and outside all zones.
[[nodiscard]] ReportTable exposed_points_table(ReportContext& context, std::size_t hazard);

}  // namespace papar
