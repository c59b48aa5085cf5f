// The profiles of data/profiles/, put into the program when it is built: no run depends on a file beside it.
#pragma once

#include <span>
#include <string_view>

namespace papar {

struct ShippedProfile {
    std::string_view id;    // "perka-2012": data/profiles/perka-2012.toml
    std::string_view text;  // the file
};

[[nodiscard]] std::span<const ShippedProfile> shipped_profiles();

}  // namespace papar
