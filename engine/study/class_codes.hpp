// Tables of the study by class code: { "11" = ..., "12" = ... }.
#pragma once

#include "engine/study/section.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace papar {

// The values under `key` by class code; none where the key is absent. `example` shows how it is written. Throws an
// Error of kind `usage` for anything but a table, and for a key that is no whole number.
[[nodiscard]] std::vector<std::pair<std::int64_t, const toml::node*>> class_codes(const Section& section,
                                                                                  std::string_view key,
                                                                                  std::string_view example);

}  // namespace papar
