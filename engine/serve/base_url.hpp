// Addresses in TileJSON, style and WMTS begin with where papar tiles was told that they would be served; where they are
// served indeed decides what they become.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// What stands before /<name>/{z}/{x}/{y} in the first address of a TileJSON; nothing when it has none.
[[nodiscard]] std::optional<std::string> base_of_tile_json(const std::string& text, const std::string& name);

// The TileJSON of `name` with `tiles_url` for its tiles; the text as it is when it is no JSON object.
[[nodiscard]] std::string with_tiles_url(std::string text, const std::string& tiles_url);

// The text with `base` wherever one of `bases` begins an address.
[[nodiscard]] std::string with_base(std::string text, const std::vector<std::string>& bases, const std::string& base);

// Whether a Host header can be a host and a port; else nobody may find it again in an answer.
[[nodiscard]] bool is_host(std::string_view host);

}  // namespace papar
