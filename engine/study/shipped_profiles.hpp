// The profiles that are part of the program (data/profiles), as the text of their files.
#pragma once

#include <span>
#include <string_view>

namespace papar {

struct ShippedProfile {
    std::string_view id;
    std::string_view text;
};

[[nodiscard]] std::span<const ShippedProfile> shipped_profiles();

}  // namespace papar
