// The documents of a result: workbooks and chapter.
#pragma once

#include "engine/document/build_report.hpp"
#include "engine/document/document_settings.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// That the study's own template can be used, before hours are spent on what goes into it. Throws Error(input) where it
// is no .docx. Precondition: the study names one.
void check_template(const DocumentSettings& settings);

// Writes krb_tabel.xlsx, krb_matriks.xlsx and krb_bab.docx into `folder` and gives their names. Throws as
// write_tables_workbook, write_matrix_workbook and write_chapter do.
[[nodiscard]] std::vector<std::string> write_documents(const std::filesystem::path& folder, const ResultView& view,
                                                       const RiskResult& risk, const ReportFacts& facts,
                                                       const DocumentSettings& settings);

}  // namespace papar
