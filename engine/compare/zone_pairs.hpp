// Which zone of one result is which of the other.
#pragma once

#include "engine/compare/comparison.hpp"

#include <vector>

namespace papar {

// B's zones in their order, each with A's of the same code (or name) where there is one; then what only A has. Equal
// names are taken in their order. Only identity and border are filled in.
[[nodiscard]] std::vector<ComparedZone> zone_pairs(const ZoneLayer& a, const ZoneLayer& b, bool by_code);

}  // namespace papar
