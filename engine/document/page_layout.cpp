#include "engine/document/page_layout.hpp"

#include "engine/document/xml_text.hpp"

#include <algorithm>
#include <cstdlib>

namespace papar {

namespace {

constexpr int a4_width = 11906;
constexpr int a4_height = 16838;
constexpr int least_text = 2000;  // 3.5 cm; margins that leave less are no page

}  // namespace

int PageLayout::page_width(Orientation orientation) const {
    const pugi::xml_node size = section_.child("w:pgSz");
    const int width = size.attribute("w:w").as_int(a4_width);
    return orientation == Orientation::portrait ? width : std::max(width, size.attribute("w:h").as_int(a4_height));
}

int PageLayout::page_height(Orientation orientation) const {
    const pugi::xml_node size = section_.child("w:pgSz");
    const int height = size.attribute("w:h").as_int(a4_height);
    return orientation == Orientation::portrait ? height : std::min(height, size.attribute("w:w").as_int(a4_width));
}

// A negative one is a margin that headers may not push away.
int PageLayout::margin(const char* attribute) const {
    return std::abs(section_.child("w:pgMar").attribute(attribute).as_int(0));
}

int PageLayout::text_width(Orientation orientation) const {
    const int margins = margin("w:left") + margin("w:right") + margin("w:gutter");
    return std::max(page_width(orientation) - margins, least_text);
}

int PageLayout::text_height(Orientation orientation) const {
    return std::max(page_height(orientation) - margin("w:top") - margin("w:bottom"), least_text);
}

void PageLayout::add_section(pugi::xml_node parent, Orientation orientation, bool first) const {
    pugi::xml_node section = parent.append_copy(section_);
    for (const char* gone : {"w:type", "w:cols", "w:sectPrChange"}) section.remove_child(gone);
    if (!first) {
        section.child("w:pgNumType").remove_attribute("w:start");
        section.remove_child("w:titlePg");
    }
    pugi::xml_node size = section.child("w:pgSz");
    for (const char* attribute : {"w:w", "w:h", "w:orient"}) size.remove_attribute(attribute);
    const int width = page_width(orientation);
    const int height = page_height(orientation);
    size.append_attribute("w:w").set_value(width);
    size.append_attribute("w:h").set_value(height);
    if (width > height) size.append_attribute("w:orient").set_value("landscape");
}

}  // namespace papar
