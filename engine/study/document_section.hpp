// The section [document] of the study file.
#pragma once

#include "engine/document/document_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& document_keys();

// `folder`: what paths start from.
[[nodiscard]] DocumentSettings read_document(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
