// The words of the chapter that are not in the report: headings of its parts, labels of captions.
#pragma once

#include "engine/output/output_settings.hpp"

#include <string>

namespace papar {

struct ChapterWords {
    std::string contents;
    std::string results;
    std::string annex;
    std::string method;
    std::string sources;
    std::string findings;
    std::string disclaimers;
    std::string table;   // also the name of the field that numbers tables
    std::string figure;  // the same of figures
    std::string page;
    std::string of_pages;
};

[[nodiscard]] const ChapterWords& chapter_words(Language language);

}  // namespace papar
