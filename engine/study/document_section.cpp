#include "engine/study/document_section.hpp"

namespace papar {

const std::vector<std::string>& document_keys() {
    static const std::vector<std::string> keys{"region", "template", "rasters"};
    return keys;
}

DocumentSettings read_document(const Section& section, const std::filesystem::path& folder) {
    DocumentSettings document;
    document.region = section.text("region", "");
    document.rasters = section.truth("rasters", document.rasters);
    if (section.find("template") != nullptr) {
        document.template_name = section.text("template");
        document.path = folder / document.template_name;
        document.where = section.place("template");
        if (document.path.extension() != ".docx") {
            throw section.wrong("template", "is \"{}\"; a template is a .docx file", document.template_name);
        }
    }
    return document;
}

}  // namespace papar
