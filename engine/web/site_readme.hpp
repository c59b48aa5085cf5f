// README.txt of a site.
#pragma once

#include "engine/output/json_text.hpp"

#include <string>

namespace papar {

// How to open the folder and how to host it, in the language of `data`, which is hasil.json.
[[nodiscard]] std::string site_readme(const Json& data);

}  // namespace papar
