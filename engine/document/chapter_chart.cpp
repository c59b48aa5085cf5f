#include "engine/document/chapter_chart.hpp"

#include "engine/document/chart_part.hpp"
#include "engine/document/open_package.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/document/xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {

namespace {

constexpr const char* chart_type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr const char* workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* placing_space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
constexpr int emu_per_twip = 635;
constexpr int bar_height = 400;       // twips of a category, 0.7 cm
constexpr int around_bars = 1700;     // axis, its title and the legend
constexpr int least_height = 3400;    // 6 cm
constexpr int caption_height = 1400;  // what a page keeps for the caption

// A name no part of the template has.
[[nodiscard]] std::string free_name(const OpenPackage& package, const std::string& pattern, int number) {
    std::string name = fmt::format(fmt::runtime(pattern), number);
    while (package.has(name)) name = fmt::format(fmt::runtime(pattern), ++number);
    return name;
}

}  // namespace

void add_chart(pugi::xml_node paragraph, const ReportChart& chart, const ChartFrame& frame, OpenPackage& package,
               const std::string& document_part, Language language) {
    const int wanted = around_bars + bar_height * static_cast<int>(chart.categories.size());
    const int height = std::min(std::max(wanted, least_height), frame.most_height - caption_height);

    const std::string part = free_name(package, "word/charts/chart{}.xml", frame.number);
    const std::string workbook = free_name(package, "word/embeddings/chart{}.xlsx", frame.number);
    package.add(workbook, chart_workbook(chart), workbook_type);
    const std::string workbook_id = package.add_relationship(part, office_relationship("package"), workbook);
    package.add(part, chart_part(chart, language, workbook_id, height - around_bars), chart_type);
    const std::string id = package.add_relationship(document_part, office_relationship("chart"), part);

    const std::string number = std::to_string(frame.number);
    const pugi::xml_node drawing = add_element(add_element(paragraph, "w:r"), "w:drawing");
    const pugi::xml_node picture =
        add_element(drawing, "wp:inline",
                    {{"xmlns:wp", placing_space}, {"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    add_element(picture, "wp:extent",
                {{"cx", std::to_string(frame.width * emu_per_twip)}, {"cy", std::to_string(height * emu_per_twip)}});
    add_element(picture, "wp:effectExtent", {{"l", "0"}, {"t", "0"}, {"r", "0"}, {"b", "0"}});
    // The caption is also what a screen reader says.
    add_element(picture, "wp:docPr", {{"id", number}, {"name", "Chart " + number}, {"descr", chart.caption}});
    add_element(picture, "wp:cNvGraphicFramePr");
    const pugi::xml_node graphic = add_element(picture, "a:graphic", {{"xmlns:a", drawing_space}});
    const pugi::xml_node data = add_element(graphic, "a:graphicData", {{"uri", chart_space}});
    add_element(data, "c:chart", {{"xmlns:c", chart_space}, {"xmlns:r", relationship_space}, {"r:id", id}});
}

}  // namespace papar
