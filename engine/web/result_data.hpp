// hasil.json: what the viewer shows of a result.
#pragma once

#include "engine/output/json_text.hpp"

#include <filesystem>

namespace papar {

inline constexpr const char* result_data_file = "hasil.json";

// Of a finished result and of the tiles in its folder tiles/, which may be missing. Every key is described in
// docs/viewer.md. Throws Error(input) when the folder holds no result of papar or the result is damaged.
[[nodiscard]] Json result_data(const std::filesystem::path& result);

// Writes tiles/hasil.json, whole or not at all; one that is there is replaced. Throws Error(output) as well.
void write_result_data(const std::filesystem::path& result);

}  // namespace papar
