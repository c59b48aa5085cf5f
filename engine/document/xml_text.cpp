#include "engine/document/xml_text.hpp"

#include "engine/base/error.hpp"
#include "engine/io/utf8_text.hpp"

#include <sstream>

namespace papar {

namespace {

[[nodiscard]] std::string valid_utf8(std::string_view text) {
    std::string valid;
    while (const auto bad = first_not_utf8(text)) {
        valid.append(text.substr(0, *bad));
        valid += "\xEF\xBF\xBD";
        text.remove_prefix(*bad + 1);
    }
    return valid.append(text);
}

}  // namespace

std::string xml_text(std::string_view text) {
    const std::string valid = valid_utf8(text);
    std::string kept;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const auto byte = static_cast<unsigned char>(valid[i]);
        // U+FFFE and U+FFFF are no characters of XML.
        if (valid.compare(i, 3, "\xEF\xBF\xBE") == 0 || valid.compare(i, 3, "\xEF\xBF\xBF") == 0) {
            i += 2;
        } else if (byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r') {
            kept += valid[i];
        }
    }
    return kept;
}

pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes) {
    pugi::xml_node node = parent.append_child(name);
    for (const auto& [attribute, value] : attributes) {
        node.append_attribute(attribute).set_value(xml_text(value).c_str());
    }
    return node;
}

std::string xml_bytes(const pugi::xml_document& xml) {
    std::ostringstream bytes;
    bytes << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    xml.save(bytes, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return bytes.str();
}

pugi::xml_document parsed_xml(std::string_view bytes, const std::string& file, const std::string& part) {
    pugi::xml_document xml;
    const pugi::xml_parse_result result =
        xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result) {
        throw error(ErrorKind::input, "{}: {} in it is not well-formed XML ({} at byte {}); save it again with Word",
                    file, part, result.description(), result.offset);
    }
    return xml;
}

}  // namespace papar
