// A table of the report in WordprocessingML.
#pragma once

#include "engine/document/chapter_styles.hpp"
#include "engine/document/column_widths.hpp"
#include "engine/document/krb_report.hpp"

#include <pugixml.hpp>

namespace papar {

// One heading row, or two where columns have groups: a group spans its columns, a column without a group both rows.
// They are repeated on each page; no row is split between two. Caption, notes and paragraph are not part of it.
void add_table(pugi::xml_node parent, const ReportTable& table, const TableFit& fit, const ChapterStyles& styles,
               Language language);

}  // namespace papar
