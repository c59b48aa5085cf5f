// Vector hazards cut with the zones, by GEOS.
#pragma once

#include "engine/io/vector_hazard.hpp"
#include "engine/zones/hazard_pieces.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace papar {

// The shapes of one hazard and where it stands among the study's hazards.
struct DrawnHazard {
    std::size_t index = 0;
    std::string id;
    std::vector<HazardShape> shapes;  // see VectorHazardRead
};

// For every zone and hazard, on the shapes in the grid's CRS: the shapes of each class united; what a higher class
// covers taken from the lower ones; and cut with the zone. Where several hazards meet a zone there is one more piece,
// their land together. Zones are cut in parallel, each by itself; the result does not depend on the number of threads.
// Throws Error(failed) with the zone and the hazard when GEOS gives up even on repaired polygons.
[[nodiscard]] HazardPieces cut_with_zones(const ZoneLayer& zones, const std::vector<DrawnHazard>& hazards);

}  // namespace papar
