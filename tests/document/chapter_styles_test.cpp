#include "engine/document/chapter_styles.hpp"

#include "engine/document/xml_text.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

// As an Indonesian Word writes them: built-in names in English, ids translated; "Caption" is an id that is taken.
constexpr const char* indonesian = R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Biasa"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Judul bagian"/></w:style>
<w:style w:type="character" w:styleId="Caption"><w:name w:val="Keterangan huruf"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="TITLE"/></w:style>
</w:styles>)";

class ChapterStylesOf : public testing::Test {
protected:
    ChapterStylesOf() {
        package_.add("word/document.xml", "", "x");
        package_.add("word/styles.xml", indonesian, "y");
        (void)package_.add_relationship("word/document.xml", office_relationship("styles"), "word/styles.xml");
        styles_ = chapter_styles(package_, "word/document.xml", "bpbd.docx", Language::id);
        xml_ = parsed_xml(package_.content("word/styles.xml"), "bpbd.docx", "word/styles.xml");
    }

    [[nodiscard]] pugi::xml_node style(const std::string& id) const {
        return xml_.document_element().find_child_by_attribute("w:style", "w:styleId", id.c_str());
    }

    OpenPackage package_;
    ChapterStyles styles_;
    pugi::xml_document xml_;
};

TEST_F(ChapterStylesOf, ATemplateAreFoundByRole) {
    EXPECT_EQ(styles_.normal, "Biasa");
    EXPECT_EQ(styles_.heading_1, "Judul1");
    EXPECT_EQ(styles_.heading_2, "Heading2");  // by id: its name was changed
    EXPECT_EQ(styles_.title, "Judul");         // names know no case
}

TEST_F(ChapterStylesOf, ATemplateAreCompleted) {
    EXPECT_EQ(styles_.caption, "CaptionKRB");
    EXPECT_STREQ(style("CaptionKRB").child("w:basedOn").attribute("w:val").value(), "Biasa");
    EXPECT_STREQ(style("KRBTableHeading").child("w:basedOn").attribute("w:val").value(), "KRBTableText");
    EXPECT_TRUE(style("TableNormal"));  // what the table style is based on
    EXPECT_FALSE(style("Normal"));
}

}  // namespace
}  // namespace papar
