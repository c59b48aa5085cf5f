#include "engine/serve/request_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace papar {

namespace {

std::optional<std::string> decoded(std::string_view part) {
    std::string name;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '%') {
            name += part[i];
            continue;
        }
        unsigned byte = 0;
        const std::string_view digits = part.substr(i + 1, 2);
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (digits.size() != 2 || problem != std::errc{} || end != digits.data() + 2) return std::nullopt;
        name += static_cast<char>(byte);
        i += 2;
    }
    const bool is_name = std::ranges::none_of(
        name, [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    return is_name && name != "." && name != ".." ? std::optional(name) : std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string>> path_parts(std::string_view target) {
    constexpr std::string_view scheme = "http://";
    if (target.starts_with(scheme)) {  // RFC 9112 3.2.2: servers take the whole URL too
        const std::size_t slash = target.find('/', scheme.size());
        target = slash == std::string_view::npos ? "/" : target.substr(slash);
    }
    target = target.substr(0, target.find_first_of("?#"));
    if (!target.starts_with('/')) return std::nullopt;
    std::vector<std::string> parts;
    while (target.size() > 1) {
        target.remove_prefix(1);
        const std::string_view part = target.substr(0, target.find('/'));
        target.remove_prefix(part.size());
        auto name = decoded(part);
        if (!name) return std::nullopt;
        parts.push_back(std::move(*name));
    }
    return parts;
}

std::string url_part(std::string_view name) {
    constexpr std::string_view plain = "-._~@";
    std::string text;
    for (const char c : name) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           plain.find(c) != std::string_view::npos;
        text += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return text;
}

}  // namespace papar
