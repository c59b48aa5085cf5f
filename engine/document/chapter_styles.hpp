// Which styles of a document the chapter is set in.
#pragma once

#include "engine/document/open_package.hpp"
#include "engine/output/output_settings.hpp"

#include <string>

namespace papar {

// Style ids, by the role of the text.
struct ChapterStyles {
    std::string normal;
    std::string title;
    std::string subtitle;
    std::string heading_1;
    std::string heading_2;
    std::string caption;
    std::string contents_heading;
    std::string contents_1;
    std::string contents_2;
    std::string note;
    std::string list;
    std::string table;
    std::string table_text;
    std::string table_heading;
    std::string table_note;
};

// Finds the styles by their built-in names, which Word writes in English in every language ("heading 1" has the id
// "Judul1" in Bahasa Indonesia), then by the ids of an English Word. Styles the document lacks are added to it from
// `default_styles`. Throws an Error of kind input that names `file` where its styles cannot be read.
[[nodiscard]] ChapterStyles chapter_styles(OpenPackage& package, const std::string& document_part,
                                           const std::string& file, Language language);

}  // namespace papar
