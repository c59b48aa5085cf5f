// The KRB chapter as a Word document.
#pragma once

#include "engine/document/krb_report.hpp"

#include <filesystem>
#include <optional>

namespace papar {

// Writes the report as .docx, in the styles of `reference_template` (a .docx) where one is given: its styles, theme,
// headers, footers and page stay, its text does not. The same report and template give the same bytes.
// Throws an Error of kind input for a template that is no .docx, of kind output where the file cannot be written.
void write_chapter(const std::filesystem::path& path, const KrbReport& report,
                   const std::optional<std::filesystem::path>& reference_template);

}  // namespace papar
