// SHA-256 of the input files, worked out while the calculation goes on.
#pragma once

#include "engine/output/run_facts.hpp"

#include <tbb/task_group.h>

#include <deque>
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
    void add(const std::vector<UsedFile>& files);

    // All files in the order they were added. Throws an Error of kind `input` for a file that could not be read.
    [[nodiscard]] std::vector<InputFile> wait();

private:
    std::deque<InputFile> inputs_;  // grows without moving what the tasks write to
    tbb::task_group tasks_;
};

}  // namespace papar
