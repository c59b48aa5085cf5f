// A file as papar sees it: what opening it finds out.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace papar {

// A raster's or a vector file's facts, in reading order. Throws an Error of kind `input` for a file papar would refuse.
[[nodiscard]] nlohmann::ordered_json describe_file(const std::string& file);

}  // namespace papar
