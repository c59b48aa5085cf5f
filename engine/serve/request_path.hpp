// The path of a request, in parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// The parts between the slashes of a request's target, each decoded (%20) exactly once, without the query. "/" is no
// part. Nothing for a target that is no path, is wrongly encoded, or has a part that no name here can be: "." and "..",
// one with a slash, a backslash or a control character.
[[nodiscard]] std::optional<std::vector<std::string>> path_parts(std::string_view target);

// A part as it stands in a URL.
[[nodiscard]] std::string url_part(std::string_view name);

}  // namespace papar
