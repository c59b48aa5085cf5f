#include "engine/serve/base_url.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

void replace_each(std::string& text, const std::string& from, const std::string& to) {
    constexpr std::string_view ends = "/\"'<";  // so that http://host:8080 is not found in http://host:80801
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const std::size_t after = at + from.size();
        if (after < text.size() && ends.find(text[after]) == std::string_view::npos) {
            at = after;
            continue;
        }
        text.replace(at, from.size(), to);
        at += to.size();
    }
}

}  // namespace

std::optional<std::string> base_of_tile_json(const std::string& text, const std::string& name) {
    const Json json = Json::parse(text, nullptr, false);
    const Json::json_pointer first("/tiles/0");
    if (!json.is_object() || !json.contains(first) || !json[first].is_string()) return std::nullopt;
    const std::string url = json[first].get<std::string>();
    const std::size_t end = url.find(fmt::format("/{}/{{z}}/", name));
    return end == std::string::npos || end == 0 ? std::nullopt : std::optional(url.substr(0, end));
}

std::string with_tiles_url(std::string text, const std::string& tiles_url) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return text;
    json["tiles"] = {tiles_url};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string with_base(std::string text, const std::vector<std::string>& bases, const std::string& base) {
    for (const std::string& each : bases) {
        if (each != base) replace_each(text, each, base);
    }
    return text;
}

bool is_host(std::string_view host) {
    constexpr std::size_t longest = 255;
    return !host.empty() && host.size() <= longest && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._:[]").find(c) != std::string_view::npos;
    });
}

}  // namespace papar
