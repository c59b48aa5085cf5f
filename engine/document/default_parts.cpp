#include "engine/document/default_parts.hpp"

#include "engine/document/chapter_words.hpp"
#include "engine/document/open_package.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/document/xml_text.hpp"

namespace papar {

std::string language_tag(Language language) {
    return language == Language::id ? "id-ID" : "en-US";
}

std::string default_settings(Language language) {
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(xml, "w:settings", {{"xmlns:w", word_space}});
    add_element(root, "w:defaultTabStop", {{"w:val", "709"}});
    const pugi::xml_node compat = add_element(root, "w:compat");
    // Word 2013 and later; without it Word opens the file in a compatibility mode of 2007.
    add_element(
        compat, "w:compatSetting",
        {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
    add_element(root, "w:themeFontLang", {{"w:val", language_tag(language)}});
    return xml_bytes(xml);
}

std::string default_header(const KrbReport& report) {
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(xml, "w:hdr", {{"xmlns:w", word_space}});
    const pugi::xml_node paragraph = add_paragraph(root, "Header");
    add_text(paragraph, report.title, report.language);
    TextLook bold;
    bold.bold = true;
    if (!report.note.empty()) add_text(paragraph, " · " + report.note, report.language, bold);
    return xml_bytes(xml);
}

std::string default_footer(Language language) {
    const ChapterWords& words = chapter_words(language);
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(xml, "w:ftr", {{"xmlns:w", word_space}});
    const pugi::xml_node paragraph = add_paragraph(root, "Footer");
    add_text(paragraph, words.page + " ", language);
    add_field(paragraph, "PAGE", "1", language);
    add_text(paragraph, " " + words.of_pages + " ", language);
    add_field(paragraph, "NUMPAGES", "1", language);
    return xml_bytes(xml);
}

std::string default_document() {
    pugi::xml_document xml;
    const pugi::xml_node root =
        add_element(xml, "w:document", {{"xmlns:w", word_space}, {"xmlns:r", relationship_space}});
    const pugi::xml_node section = add_element(add_element(root, "w:body"), "w:sectPr");
    add_element(section, "w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
    add_element(section, "w:pgMar",
                {{"w:top", "1418"},
                 {"w:right", "1418"},
                 {"w:bottom", "1304"},
                 {"w:left", "1418"},
                 {"w:header", "680"},
                 {"w:footer", "624"},
                 {"w:gutter", "0"}});
    return xml_bytes(xml);
}

}  // namespace papar
