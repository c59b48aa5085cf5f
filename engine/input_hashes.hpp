// SHA-256 of the input files, worked out beside the run on threads that run only where a core is idle: while libraries
// start, while the zones are read one after the other, and while the outputs are written.
#pragma once

#include "engine/output/run_facts.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <map>
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
    // Hashes on at most `threads` threads. The destructor stops what is still going on.
    explicit InputHashes(int threads) : threads_(threads) {}
    InputHashes(const InputHashes&) = delete;
    InputHashes& operator=(const InputHashes&) = delete;
    ~InputHashes();

    // Starts with files, the largest first; again for more of them. Those that were added before are not hashed again;
    // what is no regular file is left to whoever reads it to refuse.
    void add(const std::vector<std::filesystem::path>& paths);

    // Waits for the hashes of files that were added. Throws an Error of kind `input` for one that could not be read, or
    // was no file when it was added.
    [[nodiscard]] std::vector<InputFile> of(const std::vector<UsedFile>& files);

private:
    struct Hash {
        std::string sha256;
        std::uint64_t bytes = 0;
        std::exception_ptr problem;
        bool done = false;
    };
    void work(const std::stop_token& stop);

    int threads_;
    std::mutex lock_;
    std::condition_variable changed_;
    std::map<std::filesystem::path, Hash> hashes_;
    std::deque<std::filesystem::path> waiting_;
    int working_ = 0;
    std::vector<std::jthread> workers_;
};

}  // namespace papar
