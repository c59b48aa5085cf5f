// The coordinate system that a study gives a layer.
#pragma once

#include "engine/base/finding.hpp"

#include <string>

namespace papar {

// "EPSG:32748", or WKT, as WKT2:2019. Throws an Error of kind `usage` when PROJ does not know it; opens no file and no
// network. `layer` names the layer in the sentence.
[[nodiscard]] std::string assumed_crs_wkt(const std::string& text, const std::string& layer);

// Says what the file itself declares; `declared_wkt` is empty where it declares nothing.
[[nodiscard]] Finding assumed_crs_finding(const std::string& assumed_wkt, const std::string& declared_wkt,
                                          const std::string& subject, const std::string& layer);

}  // namespace papar
