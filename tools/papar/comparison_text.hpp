// What papar diff says.
#pragma once

#include "engine/compare/comparison.hpp"

#include <cstddef>
#include <string>

namespace papar {

// What changed in inputs and settings, zones in one result only, totals, causes, and the `most_changes` largest changes
// of exposed people.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::size_t most_changes);

}  // namespace papar
