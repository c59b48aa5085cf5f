#include "engine/document/chart_part.hpp"

#include "engine/document/default_parts.hpp"
#include "engine/document/open_package.hpp"
#include "engine/document/xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace papar {

namespace {

constexpr int letter_size = 900;  // 1/100 point
constexpr int smallest_size = 500;
constexpr const char* category_axis = "1001";
constexpr const char* value_axis = "1002";

pugi::xml_node add_value(pugi::xml_node parent, const char* name, const std::string& value) {
    return add_element(parent, name, {{"val", value}});
}

// Cells of a column of the workbook's sheet, from row `first` to row `last`.
[[nodiscard]] std::string cells_of(std::size_t column, std::size_t first, std::size_t last) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    const std::string start = fmt::format("Data!${}${}", letters, first);
    return first == last ? start : fmt::format("{}:${}${}", start, letters, last);
}

// Points of a cache; an empty text is left out.
void add_points(pugi::xml_node cache, std::size_t count, const std::function<std::string(std::size_t)>& point) {
    add_value(cache, "c:ptCount", std::to_string(count));
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = point(i);
        if (text.empty()) continue;
        const pugi::xml_node node = add_element(cache, "c:pt", {{"idx", std::to_string(i)}});
        add_element(node, "c:v").text().set(xml_text(text).c_str());
    }
}

void add_texts(pugi::xml_node parent, const std::string& cells, const std::vector<std::string>& texts) {
    const pugi::xml_node reference = add_element(parent, "c:strRef");
    add_element(reference, "c:f").text().set(cells.c_str());
    add_points(add_element(reference, "c:strCache"), texts.size(), [&](std::size_t i) { return texts[i]; });
}

void add_letters(pugi::xml_node parent, const char* name, int size) {
    const pugi::xml_node text = add_element(parent, name);
    add_element(text, "a:bodyPr");
    add_element(text, "a:lstStyle");
    const pugi::xml_node paragraph = add_element(text, "a:p");
    add_element(add_element(paragraph, "a:pPr"), "a:defRPr", {{"sz", std::to_string(size)}, {"b", "0"}});
    add_element(paragraph, "a:endParaRPr", {{"lang", "en-US"}});
}

void add_line(pugi::xml_node parent, const char* colour) {
    const pugi::xml_node line = add_element(add_element(parent, "c:spPr"), "a:ln", {{"w", "6350"}});
    add_value(add_element(line, "a:solidFill"), "a:srgbClr", colour);
}

void add_series(pugi::xml_node bars, const ReportChart& chart, std::size_t index) {
    const ChartSeries& series = chart.series[index];
    const pugi::xml_node node = add_element(bars, "c:ser");
    add_value(node, "c:idx", std::to_string(index));
    add_value(node, "c:order", std::to_string(index));
    add_texts(add_element(node, "c:tx"), cells_of(index + 1, 1, 1), {series.name});
    const pugi::xml_node shape = add_element(node, "c:spPr");
    add_value(add_element(shape, "a:solidFill"), "a:srgbClr", series.colour.substr(1));
    // A thin line round each piece: neighbours differ on a grey printer, too.
    const pugi::xml_node line = add_element(shape, "a:ln", {{"w", "6350"}});
    add_value(add_element(line, "a:solidFill"), "a:srgbClr", "595959");
    add_value(node, "c:invertIfNegative", "0");
    const std::size_t last = chart.categories.size() + 1;
    add_texts(add_element(node, "c:cat"), cells_of(0, 2, last), chart.categories);
    const pugi::xml_node reference = add_element(add_element(node, "c:val"), "c:numRef");
    add_element(reference, "c:f").text().set(cells_of(index + 1, 2, last).c_str());
    const pugi::xml_node cache = add_element(reference, "c:numCache");
    add_element(cache, "c:formatCode").text().set("General");
    add_points(cache, chart.categories.size(), [&](std::size_t i) {
        const bool known = i < series.values.size() && std::isfinite(series.values[i]);
        return known ? fmt::format("{}", series.values[i]) : std::string();
    });
}

[[nodiscard]] double longest_bar(const ReportChart& chart) {
    double longest = 0;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        double bar = 0;
        for (const ChartSeries& series : chart.series) {
            if (i < series.values.size() && std::isfinite(series.values[i])) bar += series.values[i];
        }
        longest = std::max(longest, bar);
    }
    return longest;
}

void add_category_axis(pugi::xml_node plot, int size) {
    const pugi::xml_node axis = add_element(plot, "c:catAx");
    add_value(axis, "c:axId", category_axis);
    add_value(add_element(axis, "c:scaling"), "c:orientation", "maxMin");  // bars start at the bottom otherwise
    add_value(axis, "c:delete", "0");
    add_value(axis, "c:axPos", "l");
    add_value(axis, "c:majorTickMark", "none");
    add_value(axis, "c:minorTickMark", "none");
    add_value(axis, "c:tickLblPos", "low");
    add_line(axis, "7F7F7F");
    add_letters(axis, "c:txPr", size);
    add_value(axis, "c:crossAx", value_axis);
    add_value(axis, "c:crosses", "autoZero");
    add_value(axis, "c:auto", "0");
    add_value(axis, "c:lblAlgn", "ctr");
    add_value(axis, "c:lblOffset", "100");
    add_value(axis, "c:tickLblSkip", "1");  // every name
    add_value(axis, "c:noMultiLvlLbl", "1");
}

void add_value_axis(pugi::xml_node plot, const ReportChart& chart, Language language) {
    const pugi::xml_node axis = add_element(plot, "c:valAx");
    add_value(axis, "c:axId", value_axis);
    const pugi::xml_node scaling = add_element(axis, "c:scaling");
    add_value(scaling, "c:orientation", "minMax");
    add_value(scaling, "c:min", "0");
    add_value(axis, "c:delete", "0");
    add_value(axis, "c:axPos", "b");
    add_line(add_element(axis, "c:majorGridlines"), "D9D9D9");
    if (!chart.value_axis.empty()) {
        const pugi::xml_node title = add_element(axis, "c:title");
        const pugi::xml_node rich = add_element(add_element(title, "c:tx"), "c:rich");
        add_element(rich, "a:bodyPr");
        add_element(rich, "a:lstStyle");
        const pugi::xml_node paragraph = add_element(rich, "a:p");
        add_element(add_element(paragraph, "a:pPr"), "a:defRPr", {{"sz", std::to_string(letter_size)}, {"b", "0"}});
        const pugi::xml_node run = add_element(paragraph, "a:r");
        add_element(run, "a:rPr", {{"lang", language_tag(language)}, {"sz", std::to_string(letter_size)}, {"b", "0"}});
        add_element(run, "a:t").text().set(xml_text(chart.value_axis).c_str());
        add_value(title, "c:overlay", "0");
    }
    const char* format = longest_bar(chart) < 10 ? "General" : "#,##0";
    add_element(axis, "c:numFmt", {{"formatCode", format}, {"sourceLinked", "0"}});
    add_value(axis, "c:majorTickMark", "none");
    add_value(axis, "c:minorTickMark", "none");
    add_value(axis, "c:tickLblPos", "nextTo");
    add_letters(axis, "c:txPr", letter_size);
    add_value(axis, "c:crossAx", category_axis);
    add_value(axis, "c:crosses", "max");  // below the last category
}

}  // namespace

std::string chart_part(const ReportChart& chart, Language language, const std::string& workbook_id, int height_twips) {
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(
        xml, "c:chartSpace", {{"xmlns:c", chart_space}, {"xmlns:a", drawing_space}, {"xmlns:r", relationship_space}});
    add_value(root, "c:date1904", "0");
    add_value(root, "c:lang", language_tag(language));
    add_value(root, "c:roundedCorners", "0");
    const pugi::xml_node node = add_element(root, "c:chart");
    add_value(node, "c:autoTitleDeleted", "1");
    const pugi::xml_node plot = add_element(node, "c:plotArea");
    add_element(plot, "c:layout");
    const pugi::xml_node bars = add_element(plot, "c:barChart");
    add_value(bars, "c:barDir", "bar");
    add_value(bars, "c:grouping", "stacked");
    add_value(bars, "c:varyColors", "0");
    for (std::size_t i = 0; i < chart.series.size(); ++i) add_series(bars, chart, i);
    add_value(bars, "c:gapWidth", "45");
    add_value(bars, "c:overlap", "100");
    add_value(bars, "c:axId", category_axis);
    add_value(bars, "c:axId", value_axis);
    // A line is 1.2 times as high as its letters; 20 twips are 100 of their units.
    const auto categories = static_cast<int>(std::max<std::size_t>(chart.categories.size(), 1));
    add_category_axis(plot, std::clamp(height_twips * 5 / categories * 10 / 12, smallest_size, letter_size));
    add_value_axis(plot, chart, language);
    const pugi::xml_node legend = add_element(node, "c:legend");
    add_value(legend, "c:legendPos", "b");
    add_value(legend, "c:overlay", "0");
    add_letters(legend, "c:txPr", letter_size);
    add_value(node, "c:plotVisOnly", "1");
    add_value(node, "c:dispBlanksAs", "gap");
    const pugi::xml_node shape = add_element(root, "c:spPr");
    add_element(shape, "a:noFill");
    add_element(add_element(shape, "a:ln"), "a:noFill");
    const pugi::xml_node workbook = add_element(root, "c:externalData", {{"r:id", workbook_id}});
    add_value(workbook, "c:autoUpdate", "0");
    return xml_bytes(xml);
}

}  // namespace papar
