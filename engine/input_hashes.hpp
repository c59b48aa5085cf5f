// SHA-256 of the input files, worked out while the first outputs are written: that leaves cores idle, the overlay does
// not.
#pragma once

#include "engine/output/run_facts.hpp"

#include <tbb/task_group.h>

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// A file that determines the result, and what it is to the study.
struct UsedFile {
    std::string role;  // "population", "hazard:banjir", "zones"
    std::string name;  // as the study writes it
    std::filesystem::path path;
};

class InputHashes {
public:
    // Starts hashing in the caller's task arena.
    explicit InputHashes(const std::vector<UsedFile>& files);
    InputHashes(const InputHashes&) = delete;
    InputHashes& operator=(const InputHashes&) = delete;
    ~InputHashes();  // waits for what has begun

    // The caller helps with what is left. Throws an Error of kind `input` for a file that could not be read.
    [[nodiscard]] const std::vector<InputFile>& wait();

private:
    std::vector<InputFile> inputs_;
    tbb::task_group tasks_;
};

}  // namespace papar
