// JSON as text. Text that is not UTF-8 gets replacement characters: a result is never lost to a broken name.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace papar {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline std::string json_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}
[[nodiscard]] inline std::string json_page(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace papar
