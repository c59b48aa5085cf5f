// Weights that belong together sum to 1.
#pragma once

#include "engine/risk/profile_settings.hpp"

namespace papar {

// Throws an Error of kind `usage`, with the place of a weight that the study gives where one is, for a group of weights
// that sums to anything but 1 (to 1e-9). A group with a weight that nobody knows may sum to less. The groups: the
// parameters of social, physical and economic; ikd and ikm; the components of each hazard type, those that apply; the
// covers of each hazard type; the weights of hazards in the multi-hazard index, those given.
void require_sums_of_weights(const Profile& profile);

}  // namespace papar
