// The study's input files: where they are, and that they are there.
#pragma once

#include "engine/study/study.hpp"

#include <filesystem>
#include <string>

namespace papar {

// Throws an Error of kind `input` for the first input that is not a file, with its place in the study and the
// nearest file name in its folder. Opens nothing.
void require_input_files(const Study& study);

// The same for one file: the `role` file, named at `where`. `start`, where paths start, ends the sentence.
void require_input_file(const std::filesystem::path& path, const std::string& name, const std::string& role,
                        const std::string& where, const std::string& start);

inline constexpr const char* paths_start_at_study = "paths start from the study file's folder";

}  // namespace papar
