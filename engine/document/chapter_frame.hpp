// The document a chapter is written into: everything but its content.
#pragma once

#include "engine/document/chapter_styles.hpp"
#include "engine/document/krb_report.hpp"
#include "engine/document/open_package.hpp"

#include <pugixml.hpp>

#include <filesystem>
#include <string>

namespace papar {

struct ChapterFrame {
    OpenPackage package;
    std::string document_part;    // "word/document.xml"
    pugi::xml_document document;  // its w:body is empty
    pugi::xml_document section;   // w:sectPr: page, margins, headers and footers
    ChapterStyles styles;
};

// papar's own template.
[[nodiscard]] ChapterFrame default_frame(const KrbReport& report);

// A user's document without its content: the page, the headers and the footers of its last section, its styles and all
// else stay; pictures, charts and links of its text go with the text. Throws an Error of kind input that names the file
// where it is no .docx as Word saves it.
[[nodiscard]] ChapterFrame template_frame(const std::filesystem::path& path, Language language);

}  // namespace papar
