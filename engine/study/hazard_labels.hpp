// The names of a hazard's classes.
#pragma once

#include "engine/study/section.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// The tables' own word for the land outside all classes, which no class may have.
inline constexpr std::string_view no_hazard_label = "nihil";

// `labels` of the section, all different; without the key "rendah", "sedang", "tinggi" for three classes, otherwise
// "kelas 1", "kelas 2", ...
[[nodiscard]] std::vector<std::string> read_labels(const Section& section, std::size_t count);

// Whether a class may be called so; throws with the place of `key`.
void require_usable_label(const Section& section, std::string_view key, const std::string& label);

}  // namespace papar
