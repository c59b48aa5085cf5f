// Reads a study file (docs/study-file.md) into settings.
#pragma once

#include "engine/study/study.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace papar {

// A study file is written by hand; anything larger is something else.
inline constexpr std::uintmax_t largest_study_bytes = 1'000'000;

// One value from the command line, after which the study is checked as if the file had said so.
struct Override {
    std::string key;    // "zones.layer", "hazard.banjir.breaks"
    std::string value;  // TOML, or a bare word
};

// Throws an Error of kind `usage` for anything wrong with the study, with its place, and of kind `input` for an
// input file that does not exist. Opens no input. Paths are taken from the study file's folder.
[[nodiscard]] Study read_study(const std::filesystem::path& file, std::span<const Override> overrides = {});

// The study in full as resolved, defaults included, as a JSON object with the study file's keys in a fixed order.
// Paths are as the study wrote them. The output folder is left out: equal runs into two folders have equal records.
[[nodiscard]] std::string settings_as_json(const Study& study);

}  // namespace papar
