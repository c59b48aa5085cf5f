#include "engine/output/raster_style.hpp"

#include "engine/output/class_colours.hpp"
#include "engine/output/map_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace papar {
namespace {

constexpr std::string_view raster_qml_page = R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology">
  <pipe>
{renderer}    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
</qgis>
)";

constexpr std::string_view classes = R"(    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">
      <rasterTransparency/>
      <colorPalette>
{entries}      </colorPalette>
    </rasterrenderer>
)";

constexpr std::string_view class_entry =
    R"(        <paletteEntry value="{value}" color="{colour}" alpha="255" label="{label}"/>
)";

constexpr std::string_view index =
    R"(    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" classificationMin="0" classificationMax="1">
      <rasterTransparency/>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="2" clip="0" minimumValue="0" maximumValue="1">
          <colorramp type="gradient" name="[source]">
            <Option type="Map">
              <Option name="color1" type="QString" value="{first}"/>
              <Option name="color2" type="QString" value="{last}"/>
              <Option name="discrete" type="QString" value="0"/>
              <Option name="rampType" type="QString" value="gradient"/>
              <Option name="stops" type="QString" value="0.5;{middle}"/>
            </Option>
          </colorramp>
{entries}        </colorrampshader>
      </rastershader>
    </rasterrenderer>
)";

constexpr std::string_view index_entry =
    R"(          <item value="{value}" color="{colour}" alpha="255" label="{label}"/>
)";

}  // namespace

std::string class_raster_qml(const ValueLegend& legend) {
    std::string entries;
    for (std::size_t value = 0; value < legend.names.size(); ++value) {
        if (legend.names[value].empty()) continue;
        entries += fmt::format(class_entry, fmt::arg("value", value), fmt::arg("colour", legend.colours[value]),
                               fmt::arg("label", xml_escaped(legend.names[value])));
    }
    return fmt::format(raster_qml_page, fmt::arg("renderer", fmt::format(classes, fmt::arg("entries", entries))));
}

std::string index_raster_qml(RasterTheme theme, Language language) {
    constexpr std::size_t steps = 5;  // 0, 0.25, 0.5, 0.75, 1
    const auto colour = [theme](std::size_t i) {
        return theme == RasterTheme::capacity ? capacity_colour(i, steps) : class_colour(i, steps);
    };
    std::string entries;
    for (std::size_t i = 0; i < steps; ++i) {
        const std::string value = fmt::format("{:.2f}", static_cast<double>(i) / (steps - 1));
        std::string label = value;
        if (language == Language::id) std::ranges::replace(label, '.', ',');
        entries +=
            fmt::format(index_entry, fmt::arg("value", value), fmt::arg("colour", colour(i)), fmt::arg("label", label));
    }
    const auto decimal = [&](std::size_t i) {  // "#5aae61" as QGIS's ramps write it: "90,174,97,255"
        const std::string hex = colour(i);
        return fmt::format("{},{},{},255", std::stoi(hex.substr(1, 2), nullptr, 16),
                           std::stoi(hex.substr(3, 2), nullptr, 16), std::stoi(hex.substr(5, 2), nullptr, 16));
    };
    return fmt::format(
        raster_qml_page,
        fmt::arg("renderer", fmt::format(index, fmt::arg("first", decimal(0)), fmt::arg("last", decimal(4)),
                                         fmt::arg("middle", decimal(2)), fmt::arg("entries", entries))));
}

}  // namespace papar
