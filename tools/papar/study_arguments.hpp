// The arguments of every command that works on a study.
#pragma once

#include "engine/run.hpp"
#include "engine/study/read_study.hpp"

#include "tools/papar/progress_report.hpp"
#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace papar {

struct StudyArguments {
    std::string file;
    std::vector<std::string> settings;  // "key=value"
    std::string inputs_folder;
    bool changed_inputs = false;
    int threads = 0;
    bool strict = false;
    std::string progress_style = "auto";
    bool quiet = false;

    void declare(CLI::App& arguments);

    [[nodiscard]] Study study() const;
    [[nodiscard]] ProgressStyle progress() const;  // quiet leaves only json
};

}  // namespace papar
