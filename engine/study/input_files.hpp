// The study's input files: where they are, and that they are there.
#pragma once

#include "engine/study/study.hpp"

namespace papar {

// Throws an Error of kind `input` for the first input that is not a file, with its place in the study and the
// nearest file name in its folder. Opens nothing.
void require_input_files(const Study& study);

}  // namespace papar
