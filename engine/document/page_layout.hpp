// The page of a template's last section, upright and turned. Lengths in twips, 1/20 point.
#pragma once

#include <pugixml.hpp>

namespace papar {

enum class Orientation { portrait, landscape };

class PageLayout {
public:
    // `section` is the w:sectPr the pages follow; it must outlive this object.
    explicit PageLayout(pugi::xml_node section) : section_(section) {}

    // Between the margins. A template that is wide already has only one orientation.
    [[nodiscard]] int text_width(Orientation orientation) const;
    [[nodiscard]] int text_height(Orientation orientation) const;

    // A copy of the section for pages that stand this way, in one column. Only the first section starts the page
    // numbers and has a first page of its own.
    void add_section(pugi::xml_node parent, Orientation orientation, bool first) const;

private:
    [[nodiscard]] int page_width(Orientation orientation) const;
    [[nodiscard]] int page_height(Orientation orientation) const;
    [[nodiscard]] int margin(const char* attribute) const;

    pugi::xml_node section_;
};

}  // namespace papar
