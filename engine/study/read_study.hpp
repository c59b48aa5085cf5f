// Reads a study file (docs/study-file.md), or a run record, into settings.
#pragma once

#include "engine/study/study.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace papar {

// One value from the command line, after which the study is checked as if the file had said so.
struct Override {
    std::string key;    // "zones.layer", "hazard.banjir.breaks"
    std::string value;  // TOML, or a bare word
};

// Throws an Error of kind `usage` for anything wrong with the study, with its place, and of kind `input` for an
// input file that does not exist. Opens no input. Paths of inputs are taken from `inputs_folder`; where that is empty,
// from the study file's folder, or from where the study's folder was when the run record was written.
[[nodiscard]] Study read_study(const std::filesystem::path& file, std::span<const Override> overrides = {},
                               const std::filesystem::path& inputs_folder = {});

// The study in full as resolved, defaults included, as a JSON object with the study file's keys in a fixed order: read
// as a study it gives the same settings. Paths are as the study wrote them. The output folder is left out: equal runs
// into two folders have equal records.
[[nodiscard]] std::string settings_as_json(const Study& study);

}  // namespace papar
