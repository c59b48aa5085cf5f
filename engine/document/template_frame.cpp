#include "engine/base/error.hpp"
#include "engine/document/chapter_frame.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/document/xml_text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> references = {"w:headerReference", "w:footerReference"};

// Only what Word saves as "Word Document (.docx)": templates, documents with macros and the strict dialect are other
// types of file.
[[nodiscard]] std::string main_part(const OpenPackage& package, const std::string& file) {
    const auto part = package.related("", office_relationship("officeDocument"));
    const std::string type = part ? package.content_type(*part) : "";
    if (type != "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") {
        throw error(ErrorKind::input,
                    "{}: is not a Word document (.docx); open it in Word or LibreOffice and save it as Word Document "
                    "(.docx)",
                    file);
    }
    return *part;
}

[[nodiscard]] std::vector<pugi::xml_node> sections_of(pugi::xml_node body) {
    std::vector<pugi::xml_node> sections;
    for (const pugi::xpath_node found : body.select_nodes("./w:p/w:pPr/w:sectPr | ./w:sectPr")) {
        sections.push_back(found.node());
    }
    return sections;
}

// The last section, with the headers and footers it has from the sections before it: one of each type is in force
// until another of that type comes.
[[nodiscard]] pugi::xml_document last_section(pugi::xml_node body) {
    pugi::xml_document last;
    const std::vector<pugi::xml_node> sections = sections_of(body);
    if (sections.empty()) {
        (void)last.append_child("w:sectPr");
        return last;
    }
    pugi::xml_node section = last.append_copy(sections.back());
    for (std::size_t i = sections.size() - 1; i-- > 0;) {
        for (const char* kind : references) {
            for (const pugi::xml_node reference : sections[i].children(kind)) {
                const char* type = reference.attribute("w:type").value();
                const bool present = !section
                                          .find_child([&](pugi::xml_node other) {
                                              return std::string_view(other.name()) == kind &&
                                                     std::string_view(other.attribute("w:type").value()) == type;
                                          })
                                          .empty();
                if (!present) section.prepend_copy(reference);
            }
        }
    }
    return last;
}

// Page sizes and margins that are missing are those of papar's own template.
void complete(pugi::xml_node section) {
    if (!section.child("w:pgSz")) {
        pugi::xml_node after;
        for (const pugi::xml_node child : section.children()) {
            const std::string_view name = child.name();
            if (name == references[0] || name == references[1] || name == "w:footnotePr" || name == "w:endnotePr") {
                after = child;
            }
        }
        pugi::xml_node size = after ? section.insert_child_after("w:pgSz", after) : section.prepend_child("w:pgSz");
        size.append_attribute("w:w").set_value(11906);
        size.append_attribute("w:h").set_value(16838);
    }
    if (!section.child("w:pgMar")) {
        pugi::xml_node margins = section.insert_child_after("w:pgMar", section.child("w:pgSz"));
        for (const char* side : {"w:top", "w:right", "w:bottom", "w:left"}) {
            margins.append_attribute(side).set_value(1418);
        }
        for (const char* side : {"w:header", "w:footer"}) margins.append_attribute(side).set_value(680);
        margins.append_attribute("w:gutter").set_value(0);
    }
}

void collect_ids(pugi::xml_node node, std::set<std::string>& ids) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        if (std::string_view(attribute.name()).substr(0, 2) == "r:") ids.insert(attribute.value());
    }
    for (const pugi::xml_node child : node.children()) collect_ids(child, ids);
}

// Relationships that only the removed text refers to go, and the parts that only they lead to.
void drop_content(OpenPackage& package, const std::string& document_part, pugi::xml_node body, pugi::xml_node section) {
    std::set<std::string> gone;
    std::set<std::string> kept;
    collect_ids(body, gone);
    collect_ids(section, kept);
    std::vector<Relationship>& all = package.relationships(document_part);
    all.erase(
        std::remove_if(all.begin(), all.end(),
                       [&](const Relationship& one) { return gone.count(one.id) != 0 && kept.count(one.id) == 0; }),
        all.end());
    package.drop_unreached();
}

}  // namespace

ChapterFrame template_frame(const fs::path& path, Language language) {
    const std::string file = path.string();
    ChapterFrame frame;
    frame.package = OpenPackage::read(path);
    frame.document_part = main_part(frame.package, file);
    frame.document = parsed_xml(frame.package.content(frame.document_part), file, frame.document_part);
    const pugi::xml_node root = frame.document.document_element();
    const pugi::xml_node body = root.child("w:body");
    if (!body || std::string_view(root.attribute("xmlns:w").value()) != word_space) {
        throw error(ErrorKind::input, "{}: {} in it is not as Word writes it; save the file again with Word", file,
                    frame.document_part);
    }
    frame.section = last_section(body);
    complete(frame.section.first_child());
    drop_content(frame.package, frame.document_part, body, frame.section.first_child());
    pugi::xml_node(body).remove_children();
    frame.styles = chapter_styles(frame.package, frame.document_part, file, language);
    return frame;
}

}  // namespace papar
