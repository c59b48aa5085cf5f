#include "engine/document/write_chapter.hpp"

#include "engine/document/chapter_body.hpp"
#include "engine/document/chapter_frame.hpp"
#include "engine/document/chapter_plan.hpp"
#include "engine/document/document_title.hpp"
#include "engine/document/xml_text.hpp"
#include "engine/output/written_file.hpp"

namespace papar {

void write_chapter(const std::filesystem::path& path, const KrbReport& report,
                   const std::optional<std::filesystem::path>& reference_template) {
    ChapterFrame frame =
        reference_template ? template_frame(*reference_template, report.language) : default_frame(report);
    const std::vector<ChapterPart> plan = chapter_plan(report);
    ChapterBody body(frame, report.language);
    body.opening(report, plan);
    body.parts(plan);
    body.close();
    frame.package.replace(frame.document_part, xml_bytes(frame.document));
    set_document_title(frame.package, report.title);
    write_file(path, frame.package.bytes());
}

}  // namespace papar
