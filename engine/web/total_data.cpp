#include "engine/web/zone_data.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace papar {

namespace {

// Keys of what cannot be added up, and of what says which zone it is.
bool is_summable(std::string_view key) {
    constexpr std::array<std::string_view, 9> others = {"id",    "code",  "name", "parent", "bbox",
                                                        "class", "index", "mean", "max"};
    return std::ranges::find(others, key) == others.end();
}

void add(Json& sum, const Json& part) {
    if (part.is_object()) {
        for (const auto& [key, value] : part.get_ref<const Json::object_t&>()) {
            if (is_summable(key)) add(sum[key], value);
        }
    } else if (part.is_array()) {
        for (std::size_t i = 0; i < part.size(); ++i) add(sum[i], part[i]);
    } else {
        sum = (sum.is_null() ? 0.0 : sum.get<double>()) + part.get<double>();
    }
}

}  // namespace

Json total_data(const Json& zones) {
    Json total = Json::object();
    for (const Json& zone : zones) add(total, zone);
    return total;
}

}  // namespace papar
