#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace papar {

// What the study leaves out has no empty text in its record either: the reader takes none.
inline void add_unless_empty(const char* key, const std::string& value, nlohmann::ordered_json& json) {
    if (!value.empty()) json[key] = value;
}

}  // namespace papar
