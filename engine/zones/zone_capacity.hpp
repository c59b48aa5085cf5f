// How able a zone is, as a study gives it.
#pragma once

#include <optional>

namespace papar {

// Regional resilience (IKD) and community preparedness (IKM), 0 to 1; none: not known.
struct ZoneCapacity {
    std::optional<double> ikd, ikm;
};

}  // namespace papar
