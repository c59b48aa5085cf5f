// How wide the columns of a printed table are, and whether its page must be turned. Lengths in twips, 1/20 point.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/page_layout.hpp"

#include <string_view>
#include <vector>

namespace papar {

struct TableFit {
    Orientation orientation = Orientation::portrait;
    int half_points = 18;  // size of the text, at most 9 point
    std::vector<int> widths;
};

// The columns fill the width. A page is turned where numbers and words would break on an upright one; where they would
// on a turned one, the text becomes smaller, down to 6 point, and then the columns narrower.
[[nodiscard]] TableFit fit_table(const ReportTable& table, Language language, int portrait_width, int landscape_width);

// An estimate, in twips at 9 point, for a sans-serif font as wide as Arial.
[[nodiscard]] int text_width(std::string_view text, bool bold);

}  // namespace papar
