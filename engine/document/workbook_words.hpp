// The words of the workbooks that are not in the report: names of sheets, labels of captions.
#pragma once

#include "engine/output/output_settings.hpp"

#include <string>

namespace papar {

struct WorkbookWords {
    std::string contents;
    std::string charts;
    std::string chart_data;
    std::string notes;
    std::string annex;
    std::string table;
    std::string figure;
    std::string findings;
    std::string disclaimers;
    std::string page;
    std::string of_pages;
};

[[nodiscard]] const WorkbookWords& workbook_words(Language language);

}  // namespace papar
