// Values of a JSON document by their place, a JSON pointer such as "/study/title". What is not there, or of another
// kind, is the default.
#pragma once

#include "engine/output/json_text.hpp"

#include <string>
#include <vector>

namespace papar {

// Null where nothing is at the place.
[[nodiscard]] inline const Json* value_at(const Json& json, const char* place) {
    const Json::json_pointer pointer(place);
    return json.contains(pointer) ? &json[pointer] : nullptr;
}

[[nodiscard]] inline std::string text_at(const Json& json, const char* place) {
    const Json* value = value_at(json, place);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

[[nodiscard]] inline double number_at(const Json& json, const char* place, double otherwise) {
    const Json* value = value_at(json, place);
    return value != nullptr && value->is_number() ? value->get<double>() : otherwise;
}

[[nodiscard]] inline const Json& list_at(const Json& json, const char* place) {
    static const Json none = Json::array();
    const Json* value = value_at(json, place);
    return value != nullptr && value->is_array() ? *value : none;
}

// Those of the list that are numbers.
[[nodiscard]] inline std::vector<double> numbers_at(const Json& json, const char* place) {
    std::vector<double> numbers;
    for (const Json& value : list_at(json, place)) {
        if (value.is_number()) numbers.push_back(value.get<double>());
    }
    return numbers;
}

// Those of the list that are text.
[[nodiscard]] inline std::vector<std::string> texts_at(const Json& json, const char* place) {
    std::vector<std::string> texts;
    for (const Json& value : list_at(json, place)) {
        if (value.is_string()) texts.push_back(value.get<std::string>());
    }
    return texts;
}

}  // namespace papar
