// The result of the same study with something in it that is uncertain put differently.
#pragma once

#include "engine/overlay/statistics.hpp"

#include <string>

namespace papar {

struct VariantResult {
    std::string id;  // "population:ghsl", "breaks", "population:ghsl+breaks"
    OverlayResult result;
};

}  // namespace papar
