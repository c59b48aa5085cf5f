// Columns that many tables share: areas by class, an index, a class.
#pragma once

#include "engine/document/area_table.hpp"
#include "engine/document/report_sentences.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// An index of a row; none: not known.
using IndexOf = std::function<std::optional<IndexFigures>(const AreaRow&)>;

// Rendah, Sedang, Tinggi, Total under one heading, in hectares.
[[nodiscard]] std::vector<AreaColumn> area_columns(const ReportContext& context, const std::string& group,
                                                   const IndexOf& index);
[[nodiscard]] AreaColumn index_column(const ReportContext& context, const IndexOf& index);
[[nodiscard]] AreaColumn class_column(const std::string& heading, const IndexOf& index);

// "Rendah", "Sedang", "Tinggi" as headings and names of series.
[[nodiscard]] std::string class_title(const ReportContext& context, int single_class);

// Says that an index is a mean and a class follows a rule, so that the two may differ.
void add_index_note(const ReportContext& context, ReportTable& table);

// The sentences of a table whose first columns are `area_columns`: the total, its parts, the area with most.
[[nodiscard]] std::string area_paragraph(const ReportContext& context, const ReportTable& table, Topic topic);

}  // namespace papar
