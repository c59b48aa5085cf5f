#include "engine/document/chapter_frame.hpp"
#include "engine/document/default_parts.hpp"
#include "engine/document/xml_text.hpp"

namespace papar {

namespace {

[[nodiscard]] std::string word_type(const std::string& word) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml." + word + "+xml";
}

}  // namespace

ChapterFrame default_frame(const KrbReport& report) {
    ChapterFrame frame;
    frame.document_part = "word/document.xml";
    OpenPackage& package = frame.package;
    package.add(frame.document_part, "", word_type("document.main"));
    (void)package.add_relationship("", office_relationship("officeDocument"), frame.document_part);
    const auto add = [&](const std::string& name, std::string content, const std::string& type, const char* role) {
        package.add(name, std::move(content), type);
        return package.add_relationship(frame.document_part, office_relationship(role), name);
    };
    const Language language = report.language;
    add("word/styles.xml", default_styles(language), word_type("styles"), "styles");
    add("word/settings.xml", default_settings(language), word_type("settings"), "settings");
    add("word/theme/theme1.xml", default_theme(), "application/vnd.openxmlformats-officedocument.theme+xml", "theme");
    const std::string header = add("word/header1.xml", default_header(report), word_type("header"), "header");
    const std::string footer = add("word/footer1.xml", default_footer(language), word_type("footer"), "footer");

    frame.document = parsed_xml(default_document(), "papar's own template", frame.document_part);
    const pugi::xml_node body = frame.document.document_element().child("w:body");
    pugi::xml_node section = frame.section.append_copy(body.child("w:sectPr"));
    // In reverse: each is put before the page size.
    for (const auto& [element, id] : {std::pair("w:footerReference", footer), {"w:headerReference", header}}) {
        pugi::xml_node reference = section.prepend_child(element);
        reference.append_attribute("w:type").set_value("default");
        reference.append_attribute("r:id").set_value(id.c_str());
    }
    body.parent().child("w:body").remove_children();
    frame.styles = chapter_styles(package, frame.document_part, "papar's own template", language);
    return frame;
}

}  // namespace papar
