#include "engine/document/chapter_body.hpp"

#include "engine/document/chapter_chart.hpp"
#include "engine/document/chapter_table.hpp"
#include "engine/document/chapter_words.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/document/xml_text.hpp"

#include <fmt/format.h>

#include <string_view>

namespace papar {

namespace {

// Word's own names for the targets of a table of contents; it makes new ones when it updates the table.
[[nodiscard]] std::string bookmark_of(std::size_t number) {
    return fmt::format("_Toc{:08}", number);
}

}  // namespace

ChapterBody::ChapterBody(ChapterFrame& frame, Language language)
    : frame_(frame),
      styles_(frame.styles),
      language_(language),
      layout_(frame.section.first_child()),
      body_(frame.document.document_element().child("w:body")) {}

void ChapterBody::opening(const KrbReport& report, const std::vector<ChapterPart>& plan) {
    paragraph(styles_.title, report.title);
    if (!report.region.empty()) paragraph(styles_.subtitle, report.region);
    if (!report.note.empty()) paragraph(styles_.note, report.note);
    if (!plan.empty()) contents(plan);
}

// The entries have no page numbers until the field is updated: pages are made by the program that shows them.
void ChapterBody::contents(const std::vector<ChapterPart>& plan) {
    paragraph(styles_.contents_heading, chapter_words(language_).contents);
    pugi::xml_node line;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        line = add_paragraph(body_, plan[i].level == 1 ? styles_.contents_1 : styles_.contents_2);
        if (i == 0) begin_field(line, R"(TOC \o "1-2" \h \z \u)");
        const pugi::xml_node link =
            add_element(line, "w:hyperlink", {{"w:anchor", bookmark_of(i)}, {"w:history", "1"}});
        add_text(link, plan[i].heading, language_);
    }
    end_field(line);
}

void ChapterBody::parts(const std::vector<ChapterPart>& plan) {
    for (std::size_t i = 0; i < plan.size(); ++i) {
        // A heading stands on the page of the first table below it.
        const ChapterPart& next = plan[plan[i].level == 1 && i + 1 < plan.size() ? i + 1 : i];
        turn(next.tables.empty() ? Orientation::portrait : fit(*next.tables.front()).orientation);
        heading(plan[i], i);
        for (const std::string& text : plan[i].paragraphs) paragraph(styles_.normal, text);
        for (const ReportTable* one : plan[i].tables) table(*one);
        for (const ReportChart* one : plan[i].charts) chart(*one);
        points(plan[i].points);
    }
}

void ChapterBody::close() {
    layout_.add_section(body_, orientation_, first_section_);
}

void ChapterBody::heading(const ChapterPart& part, std::size_t number) {
    const pugi::xml_node node = add_paragraph(body_, part.level == 1 ? styles_.heading_1 : styles_.heading_2);
    if (part.level == 1) add_element(properties_of(node), "w:pageBreakBefore");
    add_element(node, "w:bookmarkStart", {{"w:id", std::to_string(number)}, {"w:name", bookmark_of(number)}});
    add_text(node, part.heading, language_);
    add_element(node, "w:bookmarkEnd", {{"w:id", std::to_string(number)}});
}

void ChapterBody::table(const ReportTable& table) {
    const TableFit fitted = fit(table);
    turn(fitted.orientation);
    caption(chapter_words(language_).table, ++tables_, table.caption, true);
    add_table(body_, table, fitted, styles_, language_);
    for (const std::string& note : table.notes) paragraph(styles_.table_note, note);
    // Two tables would become one without a paragraph between them.
    const pugi::xml_node after = paragraph(styles_.normal, table.paragraph);
    add_element(properties_of(after), "w:spacing", {{"w:before", "160"}});
}

void ChapterBody::chart(const ReportChart& chart) {
    turn(Orientation::portrait);
    const pugi::xml_node node = add_paragraph(body_, styles_.normal);
    const pugi::xml_node properties = properties_of(node);
    add_element(properties, "w:keepNext");
    // The style may ask for lines of a fixed height, which would cut the picture, or for a first line set in.
    add_element(properties, "w:spacing",
                {{"w:before", "200"}, {"w:after", "0"}, {"w:line", "240"}, {"w:lineRule", "auto"}});
    add_element(properties, "w:ind", {{"w:left", "0"}, {"w:right", "0"}, {"w:firstLine", "0"}});
    const ChartFrame room{layout_.text_width(orientation_), layout_.text_height(orientation_), ++charts_};
    add_chart(node, chart, room, frame_.package, frame_.document_part, language_);
    caption(chapter_words(language_).figure, charts_, chart.caption, false);
}

void ChapterBody::points(const std::vector<std::string>& points) {
    for (const std::string& point : points) {
        const pugi::xml_node node = add_paragraph(body_, styles_.list);
        add_text(node, "•", language_);
        add_element(add_element(node, "w:r"), "w:tab");
        add_text(node, point, language_);
    }
}

pugi::xml_node ChapterBody::paragraph(const std::string& style, const std::string& text) {
    const pugi::xml_node node = add_paragraph(body_, style);
    if (!text.empty()) add_text(node, text, language_);
    return node;
}

void ChapterBody::caption(const std::string& label, int number, const std::string& text, bool above) {
    const pugi::xml_node node = add_paragraph(body_, styles_.caption);
    if (above) add_element(properties_of(node), "w:keepNext");
    add_text(node, label + " ", language_);
    add_field(node, fmt::format(R"(SEQ {} \* ARABIC)", label), std::to_string(number), language_);
    add_text(node, ". " + text, language_);
}

TableFit ChapterBody::fit(const ReportTable& table) const {
    return fit_table(table, language_, layout_.text_width(Orientation::portrait),
                     layout_.text_width(Orientation::landscape));
}

void ChapterBody::turn(Orientation orientation) {
    if (orientation == orientation_) return;
    // A section ends in the properties of its last paragraph; every table and chart is followed by one.
    pugi::xml_node last = body_.last_child();
    layout_.add_section(properties_of(last), orientation_, first_section_);
    first_section_ = false;
    orientation_ = orientation;
}

}  // namespace papar
