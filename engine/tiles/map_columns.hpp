// Which columns of a zone layer go into vector tiles.
#pragma once

#include "engine/tiles/result_words.hpp"

#include <string>
#include <vector>

namespace papar {

// Of a layer's columns those that a map colours, names or counts by, in their order: code and name, also of the areas
// above; area, people, exposed people; of each hazard people by class, hectares, and the classes of hazard,
// vulnerability and risk; the classes of capacity and of all hazards together. The other figures (loss, exposure
// layers, groups, bounds, indices of components) are hundreds of columns that every tile of a zone would repeat; they
// stay in the tables.
[[nodiscard]] std::vector<std::string> map_columns(const std::vector<std::string>& columns,
                                                   const std::vector<HazardWords>& hazards);

// Those that labels have too.
[[nodiscard]] const std::vector<std::string>& label_columns();

}  // namespace papar
