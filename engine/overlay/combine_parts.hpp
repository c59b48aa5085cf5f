// Figures of parts handed to the zones that own them.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/zones/zone_parts.hpp"

#include <cstddef>
#include <vector>

namespace papar {

// Share number `place`, from 0, when `units` are dealt out among `owners`: all shares add up to `units` exactly, and
// the first ones get what is left over, a unit each.
[[nodiscard]] __int128 share_of(__int128 units, std::size_t owners, std::size_t place);

// The figures of every zone: people and areas are shared equally by the owners of a part, in whole units, so that every
// total over all zones is what it is over all parts; so are the sums behind a mean. What cannot be shared goes to each
// owner: the maximum, and the cells touched, where a cell on the border between two parts of a zone counts in both.
[[nodiscard]] std::vector<ZoneFigures> combine_parts(const std::vector<ZoneFigures>& figures, const ZoneParts& parts,
                                                     std::size_t zones);

}  // namespace papar
