// The map style in QGIS's own format, as QGIS 3.22 writes and reads it; what is left out takes QGIS's default.
#include "engine/output/map_style.hpp"

#include <fmt/format.h>

#include <string_view>

namespace papar {
namespace {

constexpr std::string_view qml_page = R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields" labelsEnabled="{labels}">
  <renderer-v2 type="categorizedSymbol" attr="{attribute}" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
{categories}    </categories>
    <symbols>
{symbols}    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="nama" isExpression="0" fontSize="8" fontSizeUnit="Point" textColor="0,0,0,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="1" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
      </text-style>
      <text-format wrapChar="" autoWrapLength="0" multilineAlign="1"/>
      <placement placement="4" priority="5" centroidInside="1"/>
      <rendering drawLabels="1" obstacle="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
    </settings>
  </labeling>
  <aliases>
{aliases}  </aliases>
  <layerGeometryType>{geometry}</layerGeometryType>
</qgis>
)";

constexpr std::string_view category =
    R"(      <category symbol="{number}" render="true" value="{value}" label="{label}"/>
)";

constexpr std::string_view symbol =
    R"(      <symbol name="{number}" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="{colour}"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="joinstyle" type="QString" value="round"/>
            <Option name="outline_color" type="QString" value="{outline}"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.2"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
)";

constexpr std::string_view point_symbol =
    R"(      <symbol name="{number}" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="{marker}"/>
            <Option name="color" type="QString" value="{colour}"/>
            <Option name="outline_color" type="QString" value="{outline}"/>
            <Option name="outline_width" type="QString" value="0.2"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="2.4"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
)";

constexpr std::string_view alias = R"(    <alias field="{field}" index="{number}" name="{title}"/>
)";

}  // namespace

std::string qml_text(const MapStyle& style, const Table& layer) {
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < style.legend.size(); ++i) {
        const LegendEntry& entry = style.legend[i];
        categories += fmt::format(category, fmt::arg("number", i), fmt::arg("value", xml_escaped(entry.value)),
                                  fmt::arg("label", xml_escaped(entry.label)));
        symbols += fmt::format(fmt::runtime(entry.marker.empty() ? symbol : point_symbol), fmt::arg("number", i),
                               fmt::arg("colour", entry.colour), fmt::arg("outline", entry.outline),
                               fmt::arg("marker", entry.marker));
    }
    std::string aliases;
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        aliases += fmt::format(alias, fmt::arg("field", layer.columns[i].name), fmt::arg("number", i + 1),  // 0 is fid
                               fmt::arg("title", xml_escaped(layer.columns[i].title)));
    }
    const bool points = !style.legend.empty() && !style.legend.front().marker.empty();
    return fmt::format(qml_page, fmt::arg("geometry", points ? 0 : 2), fmt::arg("labels", style.labels ? 1 : 0),
                       fmt::arg("attribute", xml_escaped(style.value_expression)), fmt::arg("categories", categories),
                       fmt::arg("symbols", symbols), fmt::arg("aliases", aliases));
}

}  // namespace papar
