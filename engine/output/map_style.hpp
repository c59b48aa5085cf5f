// How a GIS shows a layer: zones filled by the dominant class of one hazard and labelled with their names; defects of
// borders by kind.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

#include <string>
#include <vector>

namespace papar {

// One entry of the legend: the zones or points it stands for and their fill.
struct LegendEntry {
    std::string label;
    std::string value;   // what `MapStyle::value_expression` gives for its zones
    std::string colour;  // "#rrggbb"
    std::string filter;  // the same zones as an OGC filter (Filter Encoding 1.1)
    std::string outline = "#4d4d4d";
    std::string marker = {};  // the shape of points, by its name in QGIS and SLD; empty: polygons
};

struct MapStyle {
    std::string name;              // the hazard's id
    std::string title;             // for people
    std::string value_expression;  // a QGIS expression over the layer's columns
    std::vector<LegendEntry> legend;
    bool labels = true;  // the column "nama" on the map
};

// One style a hazard, in the study's order. Classes run from green over yellow to red, as on Indonesian risk
// maps. A zone without any class is "no hazard", or "no data" where most of it has none.
[[nodiscard]] std::vector<MapStyle> map_styles(const ResultView& view);

// Precondition: view.risk. Zones by class of hazard, vulnerability and risk for each hazard ("<hazard>_risiko"), then
// by class of capacity ("kapasitas").
[[nodiscard]] std::vector<MapStyle> risk_styles(const ResultView& view);

// Precondition: view.risk. Points by exposure layer (shape) and by class of each hazard (colour), in the study's order.
[[nodiscard]] std::vector<MapStyle> facility_styles(const ResultView& view);

// For QGIS 3, with the titles of the layer's columns: with GDAL before 3.7 QGIS finds them nowhere else.
[[nodiscard]] std::string qml_text(const MapStyle& style, const Table& layer);
// For everything else: SLD 1.1.
[[nodiscard]] std::string sld_text(const MapStyle& style, const Table& layer);

[[nodiscard]] std::string xml_escaped(const std::string& text);

}  // namespace papar
