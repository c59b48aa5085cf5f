#include "engine/document/write_documents.hpp"

#include "engine/document/chapter_frame.hpp"
#include "engine/document/workbooks.hpp"
#include "engine/document/write_chapter.hpp"
#include "engine/output/output_files.hpp"

#include <optional>

namespace papar {

void check_template(const DocumentSettings& settings) {
    (void)template_frame(settings.path, Language::id);
}

std::vector<std::string> write_documents(const std::filesystem::path& folder, const ResultView& view,
                                         const RiskResult& risk, const ReportFacts& facts,
                                         const DocumentSettings& settings) {
    const KrbReport report = krb_report(view, risk, facts);
    const auto reference = settings.template_name.empty() ? std::nullopt : std::optional(settings.path);
    write_tables_workbook(folder / tables_file, report);
    write_matrix_workbook(folder / matrix_file, report);
    write_chapter(folder / chapter_file, report, reference);
    return {chapter_file, matrix_file, tables_file};
}

}  // namespace papar
