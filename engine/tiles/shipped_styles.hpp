// The files of the top-level folder styles/, part of the program: what the web map looks like, apart from the colours
// of classes (engine/output/class_colours.hpp).
#pragma once

#include <map>
#include <string>

namespace papar {

// By name of the file without ".json": its text.
[[nodiscard]] const std::map<std::string, std::string>& shipped_styles();

}  // namespace papar
