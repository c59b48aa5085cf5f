// Findings as a document tells them.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/document/report_context.hpp"

#include <string>

namespace papar {

// A finding in the report's language. In Bahasa Indonesia it is a sentence of its own with the finding's numbers; the
// names of zones and entries stand only in its English sentence, to which it points where they matter.
[[nodiscard]] std::string finding_text(const ReportContext& context, const Finding& finding);

}  // namespace papar
