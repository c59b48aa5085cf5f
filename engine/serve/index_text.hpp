// The page at / where there is no result to be viewed: which tiles are here, and by what address.
#pragma once

#include "engine/serve/site_contents.hpp"

#include <string>
#include <vector>

namespace papar {

[[nodiscard]] std::string index_text(const std::vector<std::string>& tilesets, const SiteContents& contents);

}  // namespace papar
