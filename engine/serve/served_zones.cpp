#include "engine/serve/served_zones.hpp"

#include "engine/serve/json_parts.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace papar {

namespace {

std::string member(std::string_view object, std::string_view wanted) {
    std::string found;
    each_member(object, [&](const std::string& name, std::string_view value) {
        if (name == wanted) found = string_value(value);
    });
    return found;
}

}  // namespace

ServedZones::ServedZones(std::shared_ptr<const std::string> text) : text_(std::move(text)) {
    if (!nlohmann::json::accept(*text_)) return;
    each_member(*text_, [&](const std::string& key, std::string_view layers) {
        if (key != "zones") return;
        each_member(layers, [&](const std::string& layer, std::string_view zones) {
            each_element(zones, [&](std::string_view zone) { layers_[layer].try_emplace(member(zone, "code"), zone); });
        });
    });
}

std::optional<std::string_view> ServedZones::zone(const std::string& layer, const std::string& code) const {
    const auto zones = layers_.find(layer);
    if (zones == layers_.end()) return std::nullopt;
    const auto found = zones->second.find(code);
    return found != zones->second.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<std::string> ServedZones::list(const std::string& layer) const {
    const auto zones = layers_.find(layer);
    if (zones == layers_.end()) return std::nullopt;
    nlohmann::ordered_json json = {{"layer", layer}, {"zones", nlohmann::ordered_json::array()}};
    for (const auto& [code, zone] : zones->second)
        json["zones"].push_back({{"code", code}, {"name", member(zone, "name")}});
    return json.dump();
}

}  // namespace papar
