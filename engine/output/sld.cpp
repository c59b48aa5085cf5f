// The map style as OGC Styled Layer Descriptor 1.1 with Symbology Encoding 1.1. Widths are pixels of 0.28 mm.
#include "engine/output/map_style.hpp"

#include <fmt/format.h>

#include <string_view>

namespace papar {
namespace {

constexpr std::string_view sld_page = R"(<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se">
  <NamedLayer>
    <se:Name>{layer}</se:Name>
    <UserStyle>
      <se:Name>{name}</se:Name>
      <se:Description><se:Title>{title}</se:Title></se:Description>
      <se:FeatureTypeStyle>
{rules}{labels}      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
)";

constexpr std::string_view labels = R"(        <se:Rule>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>nama</ogc:PropertyName></se:Label>
            <se:Font><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font>
            <se:Halo><se:Radius>2</se:Radius><se:Fill><se:SvgParameter name="fill">#ffffff</se:SvgParameter></se:Fill></se:Halo>
            <se:Fill><se:SvgParameter name="fill">#262626</se:SvgParameter></se:Fill>
          </se:TextSymbolizer>
        </se:Rule>
)";

constexpr std::string_view point_rule = R"(        <se:Rule>
          <se:Name>{label}</se:Name>
          <ogc:Filter>{filter}</ogc:Filter>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>{marker}</se:WellKnownName>
                <se:Fill><se:SvgParameter name="fill">{colour}</se:SvgParameter></se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">{outline}</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">0.7</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>9</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
)";

constexpr std::string_view rule = R"(        <se:Rule>
          <se:Name>{label}</se:Name>
          <ogc:Filter>{filter}</ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill><se:SvgParameter name="fill">{colour}</se:SvgParameter></se:Fill>
            <se:Stroke>
              <se:SvgParameter name="stroke">{outline}</se:SvgParameter>
              <se:SvgParameter name="stroke-width">0.7</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
)";

}  // namespace

std::string sld_text(const MapStyle& style, const Table& layer) {
    std::string rules;
    for (const LegendEntry& entry : style.legend) {
        rules += fmt::format(fmt::runtime(entry.marker.empty() ? rule : point_rule),
                             fmt::arg("label", xml_escaped(entry.label)), fmt::arg("filter", entry.filter),
                             fmt::arg("colour", entry.colour), fmt::arg("outline", entry.outline),
                             fmt::arg("marker", entry.marker));
    }
    return fmt::format(sld_page, fmt::arg("layer", xml_escaped(layer.name)), fmt::arg("name", xml_escaped(style.name)),
                       fmt::arg("title", xml_escaped(style.title)), fmt::arg("rules", rules),
                       fmt::arg("labels", style.labels ? labels : std::string_view()));
}

}  // namespace papar
