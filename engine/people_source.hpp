// What spreads the people of a table within their zone, as the overlay's source of people.
#pragma once

#include "engine/study/study.hpp"
#include "engine/study_rasters.hpp"

namespace papar {

// A raster of settlement or land cover; nothing is opened where no raster spreads the people.
void open_spread_raster(const SpreadInput& spread, Decoder decoder, StudyRasters& rasters);

// Area or buildings, on cells of `finest` as far as the hazards reach. Precondition: the hazards are on their grids.
void spread_without_raster(const Study& study, const Grid& finest, StudyRasters& rasters);

}  // namespace papar
