// The document a study is read from, whatever its form: a TOML file written by hand, or the run record of a result.
#pragma once

#include "engine/study/study.hpp"

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace papar {

// A run record has findings besides what a study has (largest_toml_bytes).
inline constexpr std::uintmax_t largest_record_bytes = 100'000'000;

struct StudyDocument {
    toml::table root;                                           // every value knows its place: see place_of
    std::filesystem::path folder;                               // where relative paths start
    std::optional<std::vector<RecordedInput>> recorded_inputs;  // of a run record
};

// A file whose name ends in .json is a run record, any other is TOML. Throws an Error of kind `usage`.
[[nodiscard]] StudyDocument read_study_document(const std::filesystem::path& file);

}  // namespace papar
