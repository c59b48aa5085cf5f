// XML built and read with pugixml.
#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace papar {

// What XML 1.0 can hold of a text: its other control characters are left out, bytes that are not UTF-8 become U+FFFD.
// Escaping is the writer's.
[[nodiscard]] std::string xml_text(std::string_view text);

using XmlAttributes = std::initializer_list<std::pair<const char*, std::string>>;

// A new last child. The values pass through xml_text.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes = {});

// The bytes of a part: declaration, no indentation.
[[nodiscard]] std::string xml_bytes(const pugi::xml_document& xml);

// White space is kept. Throws an Error of kind input that names the file and the part.
[[nodiscard]] pugi::xml_document parsed_xml(std::string_view bytes, const std::string& file, const std::string& part);

}  // namespace papar
