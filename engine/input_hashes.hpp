// SHA-256 of the input files, worked out beside the run on threads that run only where a core is idle: while libraries
// start, and while the outputs are written one after the other.
#pragma once

#include "engine/output/run_facts.hpp"

#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace papar {

// A file that determines the result, and what it is to the study.
struct UsedFile {
    std::string role;  // "population", "hazard:banjir", "zones"
    std::string name;  // as the study writes it
    std::filesystem::path path;
};

// Adds a layer's files: the one that the study names as `name`, and its side-cars, named after it.
void add_files(const std::string& role, const std::string& name, const std::vector<std::filesystem::path>& paths,
               std::vector<UsedFile>& files);

class InputHashes {
public:
    // Starts hashing on at most `threads` threads. The destructor stops what is still going on.
    InputHashes(const std::vector<UsedFile>& files, int threads);
    InputHashes(const InputHashes&) = delete;
    InputHashes& operator=(const InputHashes&) = delete;
    ~InputHashes() = default;

    // Throws an Error of kind `input` for a file that could not be read.
    [[nodiscard]] const std::vector<InputFile>& wait();

private:
    void work(const std::stop_token& stop);

    std::vector<InputFile> inputs_;
    std::vector<std::filesystem::path> paths_;  // parallel to inputs_
    std::vector<std::size_t> order_;
    std::atomic<std::size_t> next_ = 0;  // in order_
    std::mutex lock_;
    std::exception_ptr problem_;
    std::vector<std::jthread> workers_;  // last: they end before what they use
};

}  // namespace papar
