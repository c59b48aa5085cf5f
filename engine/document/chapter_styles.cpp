#include "engine/document/chapter_styles.hpp"

#include "engine/document/default_parts.hpp"
#include "engine/document/xml_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace papar {

namespace {

constexpr const char* styles_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

[[nodiscard]] std::string_view value_of(pugi::xml_node node, const char* child) {
    return node.child(child).attribute("w:val").value();
}

[[nodiscard]] bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// The styles of a document and those of papar, by which missing ones are filled in.
class StyleSheet {
public:
    StyleSheet(pugi::xml_node styles, pugi::xml_node defaults) : styles_(styles), defaults_(defaults) {}

    // The id of the style with this built-in name; added where the document has none.
    [[nodiscard]] std::string id_of(const char* name) {
        const pugi::xml_node ours = by_name(defaults_, name);
        const pugi::xml_node theirs = counterpart(ours);
        return theirs ? theirs.attribute("w:styleId").value() : added(ours);
    }

    [[nodiscard]] std::string normal() {
        for (const pugi::xml_node style : styles_.children("w:style")) {
            if (std::string_view(style.attribute("w:type").value()) == "paragraph" &&
                style.attribute("w:default").as_bool()) {
                return style.attribute("w:styleId").value();
            }
        }
        return id_of("Normal");
    }

private:
    [[nodiscard]] static pugi::xml_node by_name(pugi::xml_node styles, std::string_view name) {
        return styles.find_child([&](pugi::xml_node style) { return same_letters(value_of(style, "w:name"), name); });
    }
    [[nodiscard]] static pugi::xml_node by_id(pugi::xml_node styles, std::string_view id) {
        return styles.find_child([&](pugi::xml_node style) {
            return std::string_view(style.name()) == "w:style" &&
                   std::string_view(style.attribute("w:styleId").value()) == id;
        });
    }

    // The document's style that plays the role of one of ours.
    [[nodiscard]] pugi::xml_node counterpart(pugi::xml_node ours) const {
        const auto same_type = [&](pugi::xml_node style) {
            return std::string_view(style.attribute("w:type").value()) == ours.attribute("w:type").value();
        };
        const pugi::xml_node named = by_name(styles_, value_of(ours, "w:name"));
        if (named && same_type(named)) return named;
        const pugi::xml_node known = by_id(styles_, ours.attribute("w:styleId").value());
        return known && same_type(known) ? known : pugi::xml_node();
    }

    std::string added(pugi::xml_node ours) {
        // Before the copy is there: the styles it refers to may have to be added, too.
        const std::string base = referred(value_of(ours, "w:basedOn"));
        const std::string next = referred(value_of(ours, "w:next"));
        std::string id = ours.attribute("w:styleId").value();
        while (by_id(styles_, id)) id += "KRB";
        pugi::xml_node copy = styles_.append_copy(ours);
        copy.attribute("w:styleId").set_value(id.c_str());
        if (!base.empty()) copy.child("w:basedOn").attribute("w:val").set_value(base.c_str());
        if (!next.empty()) copy.child("w:next").attribute("w:val").set_value(next.c_str());
        return id;
    }

    [[nodiscard]] std::string referred(std::string_view our_id) {
        if (our_id.empty()) return "";
        if (our_id == "Normal") return normal();
        const pugi::xml_node ours = by_id(defaults_, our_id);
        return id_of(std::string(value_of(ours, "w:name")).c_str());
    }

    pugi::xml_node styles_;
    pugi::xml_node defaults_;
};

}  // namespace

ChapterStyles chapter_styles(OpenPackage& package, const std::string& document_part, const std::string& file,
                             Language language) {
    const std::string own = default_styles(language);
    std::optional<std::string> part = package.related(document_part, office_relationship("styles"));
    if (!part) {
        part = "word/styles.xml";
        package.add(*part, own, styles_type);
        (void)package.add_relationship(document_part, office_relationship("styles"), *part);
    }
    const pugi::xml_document defaults = parsed_xml(own, "papar's own template", "word/styles.xml");
    const pugi::xml_document document = parsed_xml(package.content(*part), file, *part);
    StyleSheet sheet(document.document_element(), defaults.document_element());
    ChapterStyles styles;
    styles.normal = sheet.normal();
    styles.title = sheet.id_of("Title");
    styles.subtitle = sheet.id_of("Subtitle");
    styles.heading_1 = sheet.id_of("heading 1");
    styles.heading_2 = sheet.id_of("heading 2");
    styles.caption = sheet.id_of("caption");
    styles.contents_heading = sheet.id_of("TOC Heading");
    styles.contents_1 = sheet.id_of("toc 1");
    styles.contents_2 = sheet.id_of("toc 2");
    styles.note = sheet.id_of("KRB Note");
    styles.list = sheet.id_of("KRB List");
    styles.table = sheet.id_of("KRB Table");
    styles.table_text = sheet.id_of("KRB Table Text");
    styles.table_heading = sheet.id_of("KRB Table Heading");
    styles.table_note = sheet.id_of("KRB Table Note");
    package.replace(*part, xml_bytes(document));
    return styles;
}

}  // namespace papar
