// Checks that read documents with python-docx and openpyxl, which share no code with papar.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace papar::test {

// Whether `tests/document/<script> <argument> <path>` ends well. It prints what is wrong.
[[nodiscard]] inline bool python_agrees(const std::string& script, const std::string& argument,
                                        const std::filesystem::path& path) {
    const std::string command =
        "/usr/bin/python3 -B " PAPAR_SOURCE_DIR "/tests/document/" + script + " " + argument + " " + path.string();
    return std::system(command.c_str()) == 0;  // NOLINT(cert-env33-c, concurrency-mt-unsafe): fixed text, one thread
}

}  // namespace papar::test
