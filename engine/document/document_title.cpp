#include "engine/document/document_title.hpp"

#include "engine/document/xml_text.hpp"

namespace papar {

namespace {

constexpr const char* properties_type = "application/vnd.openxmlformats-package.core-properties+xml";
constexpr const char* properties_relationship =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
constexpr const char* properties_space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
constexpr const char* dublin_core_space = "http://purl.org/dc/elements/1.1/";

}  // namespace

void set_document_title(OpenPackage& package, const std::string& title) {
    const auto part = package.related("", properties_relationship);
    const std::string name = part.value_or("docProps/core.xml");
    pugi::xml_document xml;
    if (part) {
        xml = parsed_xml(package.content(name), "the template", name);
    } else {
        add_element(xml, "cp:coreProperties", {{"xmlns:cp", properties_space}});
        (void)package.add_relationship("", properties_relationship, name);
    }
    pugi::xml_node root = xml.document_element();
    root.remove_child("dc:title");
    pugi::xml_node node = add_element(root, "dc:title", {{"xmlns:dc", dublin_core_space}});
    node.text().set(xml_text(title).c_str());
    package.add(name, xml_bytes(xml), properties_type);
}

}  // namespace papar
