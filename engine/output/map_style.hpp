// How a GIS shows the zone layer: filled by the dominant class of one hazard, labelled with the zones' names.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

#include <string>
#include <vector>

namespace papar {

// One entry of the legend: the zones it stands for and their fill.
struct LegendEntry {
    std::string label;
    std::string value;   // what `MapStyle::value_expression` gives for its zones
    std::string colour;  // "#rrggbb"
    std::string filter;  // the same zones as an OGC filter (Filter Encoding 1.1)
};

struct MapStyle {
    std::string name;              // the hazard's id
    std::string title;             // for people
    std::string value_expression;  // a QGIS expression over the layer's columns
    std::vector<LegendEntry> legend;
};

// One style a hazard, in the study's order. Classes run from green over yellow to red, as on Indonesian risk
// maps. A zone without any class is "no hazard", or "no data" where most of it has none.
[[nodiscard]] std::vector<MapStyle> map_styles(const ResultView& view);

// For QGIS 3, with the titles of the columns of `zones`: with GDAL before 3.7 QGIS finds them nowhere else.
[[nodiscard]] std::string qml_text(const MapStyle& style, const Table& zones);
// For everything else: SLD 1.1.
[[nodiscard]] std::string sld_text(const MapStyle& style, const Table& zones);

[[nodiscard]] std::string xml_escaped(const std::string& text);

}  // namespace papar
