#include "engine/document/page_layout.hpp"

#include <gtest/gtest.h>

#include <string>

namespace papar {
namespace {

// Folio paper, 21.5 × 33 cm: 12,189 × 18,709 twips; margins 4, 3, 3 and 3 cm.
constexpr const char* folio = R"(<w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:type w:val="continuous"/>
<w:pgSz w:w="12189" w:h="18709"/><w:pgMar w:top="-1701" w:right="1701" w:bottom="1701" w:left="2268" w:gutter="100"/>
<w:pgNumType w:start="5"/><w:cols w:num="2"/><w:titlePg/></w:sectPr>)";

class PageLayoutOf : public testing::Test {
protected:
    PageLayoutOf() { xml_.load_string(folio); }
    [[nodiscard]] pugi::xml_node added(Orientation orientation, bool first) {
        out_.reset();
        PageLayout(xml_.first_child()).add_section(out_, orientation, first);
        return out_.first_child();
    }
    pugi::xml_document xml_;
    pugi::xml_document out_;
};

TEST_F(PageLayoutOf, Folio) {
    const PageLayout layout(xml_.first_child());
    EXPECT_EQ(layout.text_width(Orientation::portrait), 12189 - 1701 - 2268 - 100);
    EXPECT_EQ(layout.text_width(Orientation::landscape), 18709 - 1701 - 2268 - 100);
    EXPECT_EQ(layout.text_height(Orientation::portrait), 18709 - 1701 - 1701);  // a negative margin is as high
}

TEST_F(PageLayoutOf, TurnedPagesKeepHeadersAndGoOnCounting) {
    const pugi::xml_node section = added(Orientation::landscape, false);
    EXPECT_STREQ(section.child("w:headerReference").attribute("r:id").value(), "rId7");
    EXPECT_EQ(section.child("w:pgSz").attribute("w:w").as_int(), 18709);
    EXPECT_EQ(section.child("w:pgSz").attribute("w:h").as_int(), 12189);
    EXPECT_STREQ(section.child("w:pgSz").attribute("w:orient").value(), "landscape");
    EXPECT_FALSE(section.child("w:pgNumType").attribute("w:start"));
    EXPECT_FALSE(section.child("w:titlePg"));
    EXPECT_FALSE(section.child("w:cols"));
    EXPECT_FALSE(section.child("w:type"));  // each section starts a page
}

TEST_F(PageLayoutOf, TheFirstSectionStartsTheNumbers) {
    const pugi::xml_node section = added(Orientation::portrait, true);
    EXPECT_EQ(section.child("w:pgNumType").attribute("w:start").as_int(), 5);
    EXPECT_TRUE(section.child("w:titlePg"));
    EXPECT_FALSE(section.child("w:pgSz").attribute("w:orient"));
}

}  // namespace
}  // namespace papar
