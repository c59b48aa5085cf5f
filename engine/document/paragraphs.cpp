#include "engine/document/paragraphs.hpp"

#include "engine/document/default_parts.hpp"
#include "engine/document/xml_text.hpp"

namespace papar {

namespace {

// The elements are in the order of the schema. Each run has its language: a template may be of another.
void add_run_properties(pugi::xml_node run, Language language, const TextLook& look) {
    const pugi::xml_node properties = add_element(run, "w:rPr");
    if (look.bold) {
        add_element(properties, "w:b");
        add_element(properties, "w:bCs");
    }
    if (!look.colour.empty()) add_element(properties, "w:color", {{"w:val", look.colour}});
    if (look.half_points > 0) {
        add_element(properties, "w:sz", {{"w:val", std::to_string(look.half_points)}});
        add_element(properties, "w:szCs", {{"w:val", std::to_string(look.half_points)}});
    }
    add_element(properties, "w:lang", {{"w:val", language_tag(language)}});
}

void add_line(pugi::xml_node run, const std::string& line) {
    pugi::xml_node text = add_element(run, "w:t", {{"xml:space", "preserve"}});
    text.text().set(xml_text(line).c_str());
}

void add_field_mark(pugi::xml_node paragraph, const char* kind) {
    add_element(add_element(paragraph, "w:r"), "w:fldChar", {{"w:fldCharType", kind}});
}

}  // namespace

pugi::xml_node add_paragraph(pugi::xml_node parent, const std::string& style_id) {
    const pugi::xml_node paragraph = add_element(parent, "w:p");
    add_element(add_element(paragraph, "w:pPr"), "w:pStyle", {{"w:val", style_id}});
    return paragraph;
}

pugi::xml_node properties_of(pugi::xml_node paragraph) {
    return paragraph.child("w:pPr");
}

void add_text(pugi::xml_node paragraph, const std::string& text, Language language, const TextLook& look) {
    const pugi::xml_node run = add_element(paragraph, "w:r");
    add_run_properties(run, language, look);
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        add_line(run, text.substr(start, end - start));
        add_element(run, "w:br");
        start = end + 1;
    }
    add_line(run, text.substr(start));
}

void add_field(pugi::xml_node paragraph, const std::string& instruction, const std::string& result, Language language) {
    begin_field(paragraph, instruction);
    add_text(paragraph, result, language);
    end_field(paragraph);
}

void begin_field(pugi::xml_node paragraph, const std::string& instruction) {
    add_field_mark(paragraph, "begin");
    pugi::xml_node text = add_element(add_element(paragraph, "w:r"), "w:instrText", {{"xml:space", "preserve"}});
    text.text().set((" " + instruction + " ").c_str());
    add_field_mark(paragraph, "separate");
}

void end_field(pugi::xml_node paragraph) {
    add_field_mark(paragraph, "end");
}

}  // namespace papar
