// A chart of the report as a picture in the text that Word can edit.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/open_package.hpp"

#include <pugixml.hpp>

#include <string>

namespace papar {

struct ChartFrame {
    int width = 0;        // twips, the whole width of the text
    int most_height = 0;  // twips, of a page's text
    int number = 1;       // unique in the document
};

// Adds the chart and its workbook as parts of the package, and the picture to a paragraph of `document_part`.
void add_chart(pugi::xml_node paragraph, const ReportChart& chart, const ChartFrame& frame, OpenPackage& package,
               const std::string& document_part, Language language);

}  // namespace papar
