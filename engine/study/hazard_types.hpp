// The kinds of hazard that methods tell apart, and the many ways their names are written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace papar {

// "banjir", "tanah_longsor", ...
[[nodiscard]] std::span<const std::string> hazard_types();

// The type that an id or a title names: "GEMPA BUMI", "karhutla", "Kebakaran Hutan dan Lahan". Nothing where none does.
[[nodiscard]] std::optional<std::string> hazard_type(std::string_view name);

}  // namespace papar
