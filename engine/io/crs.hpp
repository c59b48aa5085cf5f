// Coordinate reference systems as text: the same or not, and what to call them.
// A CRS travels through papar as WKT; PROJ is opened where it is needed.
#pragma once

#include <string>

namespace papar {

// Whether coordinates of one are coordinates of the other. Only the horizontal part counts; names, authority
// codes, the dialect (old ESRI WKT or WKT 2) and the order of axes do not. Two texts of which neither
// names a CRS are the same. Throws Error(input) when PROJ does not understand one.
[[nodiscard]] bool same_crs(const std::string& a_wkt, const std::string& b_wkt);

// The horizontal part as WKT 2 on one line: without height, vertical CRS or added datum shift.
// Throws Error(input) when PROJ does not understand the text.
[[nodiscard]] std::string horizontal_wkt(const std::string& wkt);

// For sentences: "EPSG:4326 (WGS 84)", the name alone where no authority code is known, "no CRS" for an empty text.
[[nodiscard]] std::string crs_label(const std::string& wkt);

}  // namespace papar
