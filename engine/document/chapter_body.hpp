// The text of the chapter, written into the body of a document page by page.
#pragma once

#include "engine/document/chapter_frame.hpp"
#include "engine/document/chapter_plan.hpp"
#include "engine/document/column_widths.hpp"
#include "engine/document/page_layout.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace papar {

class ChapterBody {
public:
    // The frame must outlive this object and is filled by it: its body, and the parts of the charts.
    ChapterBody(ChapterFrame& frame, Language language);

    // Title, region, note, table of contents.
    void opening(const KrbReport& report, const std::vector<ChapterPart>& plan);
    void parts(const std::vector<ChapterPart>& plan);
    // Closes the last section. Nothing may be added any more.
    void close();

private:
    void contents(const std::vector<ChapterPart>& plan);
    void heading(const ChapterPart& part, std::size_t number);
    void table(const ReportTable& table);
    void chart(const ReportChart& chart);
    void points(const std::vector<std::string>& points);
    pugi::xml_node paragraph(const std::string& style, const std::string& text);
    void caption(const std::string& label, int number, const std::string& text, bool above);

    [[nodiscard]] TableFit fit(const ReportTable& table) const;
    // Ends the section where pages stand the other way so far.
    void turn(Orientation orientation);

    ChapterFrame& frame_;
    const ChapterStyles& styles_;
    Language language_;
    PageLayout layout_;
    pugi::xml_node body_;
    Orientation orientation_ = Orientation::portrait;
    bool first_section_ = true;
    int tables_ = 0;
    int charts_ = 0;
};

}  // namespace papar
