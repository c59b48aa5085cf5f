#include "engine/document/chart_part.hpp"
#include "engine/document/open_package.hpp"
#include "engine/document/xml_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace papar {

namespace {

constexpr const char* sheet_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* spreadsheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

// Inline: a text that starts with "=" is no formula.
void add_text_cell(pugi::xml_node row, const std::string& text) {
    const pugi::xml_node cell = add_element(row, "c", {{"t", "inlineStr"}});
    pugi::xml_node node = add_element(add_element(cell, "is"), "t", {{"xml:space", "preserve"}});
    node.text().set(xml_text(text).c_str());
}

void add_number_cell(pugi::xml_node row, double value) {
    const pugi::xml_node cell = add_element(row, "c");
    if (std::isfinite(value)) add_element(cell, "v").text().set(fmt::format("{}", value).c_str());
}

[[nodiscard]] std::string sheet_part(const ReportChart& chart) {
    pugi::xml_document xml;
    const pugi::xml_node data = add_element(add_element(xml, "worksheet", {{"xmlns", sheet_space}}), "sheetData");
    const pugi::xml_node names = add_element(data, "row");
    add_text_cell(names, "");
    for (const ChartSeries& series : chart.series) add_text_cell(names, series.name);
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const pugi::xml_node row = add_element(data, "row");
        add_text_cell(row, chart.categories[i]);
        for (const ChartSeries& series : chart.series) {
            add_number_cell(row, i < series.values.size() ? series.values[i] : NAN);
        }
    }
    return xml_bytes(xml);
}

}  // namespace

std::string chart_workbook(const ReportChart& chart) {
    OpenPackage package;
    const std::string workbook_part = "xl/workbook.xml";
    const std::string sheet = "xl/worksheets/sheet1.xml";
    package.add(sheet, sheet_part(chart), fmt::format("{}worksheet+xml", spreadsheet_type));
    const std::string id = package.add_relationship(workbook_part, office_relationship("worksheet"), sheet);
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(xml, "workbook", {{"xmlns", sheet_space}, {"xmlns:r", relationship_space}});
    add_element(add_element(root, "sheets"), "sheet", {{"name", "Data"}, {"sheetId", "1"}, {"r:id", id}});
    package.add(workbook_part, xml_bytes(xml), fmt::format("{}sheet.main+xml", spreadsheet_type));
    (void)package.add_relationship("", office_relationship("officeDocument"), workbook_part);
    return package.bytes();
}

}  // namespace papar
