// A run record (run.json) as a study: its settings become the same tables as a study file's.
#pragma once

#include "engine/study/study_document.hpp"

#include <filesystem>
#include <string>

namespace papar {

// The place of a value is "<file>: study.settings.zones.file". Relative paths start at the study's folder as the record
// gives it, from the record's own folder. Throws an Error of kind `usage` for a text that is no run record.
[[nodiscard]] StudyDocument parse_record(const std::string& text, const std::filesystem::path& file);

}  // namespace papar
