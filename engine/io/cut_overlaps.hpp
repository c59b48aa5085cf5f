// Overlapping zones cut into parts that do not overlap.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/io/zone_overlaps.hpp"
#include "engine/zones/zone_parts.hpp"

#include <vector>

namespace papar {

// `overlaps`: all pairs of the layer. With `first` and `last` every zone keeps what no zone before (after) it in the
// layer covers. With `split` the first parts are what no other zone covers, then come the shared faces, by owners: each
// is what all its owners cover and no other zone does. Shapes that take no part in an overlap stay as they are, to the
// bit. Not for `report`. Runs in parallel; the same for any number of threads. Throws Error(failed) when GEOS gives up.
//
// Two parts have the same vertices along the border between them, as GEOS computes a crossing of two edges once for
// each pair of operands. A third zone whose edge runs there has no vertex at the crossing: the fractions of a cell then
// add up to 1 within coverage_error_bound of the edges in the cell.
[[nodiscard]] ZoneParts cut_overlaps(const ZoneLayer& layer, const std::vector<ZoneOverlap>& overlaps,
                                     OverlapPolicy policy);

}  // namespace papar
