#include "engine/document/xml_text.hpp"

#include "engine/base/error.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

TEST(XmlText, LeavesOutWhatXmlCannotHold) {
    EXPECT_EQ(xml_text(std::string("a\x01\x0b\x1f\0b\tc\nd", 10)), "ab\tc\nd");
    EXPECT_EQ(xml_text("\xEF\xBF\xBEx\xEF\xBF\xBF"), "x");  // U+FFFE, U+FFFF
    EXPECT_EQ(xml_text("Jum\xE9"), "Jum\xEF\xBF\xBD");      // Latin-1: no UTF-8
    EXPECT_EQ(xml_text("Désa – \xF0\x9F\x8C\x8B"), "Désa – \xF0\x9F\x8C\x8B");
}

TEST(XmlText, IsEscapedByTheWriter) {
    pugi::xml_document xml;
    add_element(xml, "a", {{"b", "\"<&>\""}}).text().set("<&>");
    EXPECT_EQ(xml_bytes(xml),
              "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
              "<a b=\"&quot;&lt;&amp;>&quot;\">&lt;&amp;&gt;</a>");
}

TEST(XmlText, BadXmlNamesFileAndPart) {
    try {
        (void)parsed_xml("<a><b></a>", "bpbd.docx", "word/styles.xml");
        FAIL() << "nothing thrown";
    } catch (const Error& why) {
        EXPECT_EQ(why.kind(), ErrorKind::input);
        EXPECT_EQ(std::string(why.what()).rfind("bpbd.docx: word/styles.xml in it is not well-formed XML", 0), 0U);
    }
}

}  // namespace
}  // namespace papar
