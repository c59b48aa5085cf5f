#include "engine/input_hashes.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"

#include <sched.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <system_error>

namespace papar {

namespace {

// 0 when it cannot be told: reading it will say why.
std::uintmax_t size_of(const UsedFile& file) {
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(file.path, problem);
    return problem ? 0 : size;
}

// The calling thread from now on takes only what the others leave. Where the system refuses, it competes with them.
void run_when_idle() {
    const sched_param lowest{};
    (void)sched_setscheduler(0, SCHED_IDLE, &lowest);
}

}  // namespace

void add_files(const std::string& role, const std::string& name, const std::vector<std::filesystem::path>& paths,
               std::vector<UsedFile>& files) {
    for (const std::filesystem::path& path : paths) {
        // Side-cars are named after the file as the study writes it.
        const bool itself = path.filename() == std::filesystem::path(name).filename();
        files.push_back(
            {role, itself ? name : (std::filesystem::path(name).parent_path() / path.filename()).string(), path});
    }
}

InputHashes::InputHashes(const std::vector<UsedFile>& files, int threads)
    : inputs_(files.size()), order_(files.size()) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        inputs_[i].role = files[i].role;
        inputs_[i].name = files[i].name;
        paths_.push_back(files[i].path);
    }
    // The largest first: the last to end should not have begun last.
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return size_of(files[a]) > size_of(files[b]); });
    for (int i = 0; i < threads; ++i) {
        workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

void InputHashes::work(const std::stop_token& stop) {
    run_when_idle();
    for (std::size_t i = next_++; i < order_.size() && !stop.stop_requested(); i = next_++) {
        InputFile& input = inputs_[order_[i]];
        try {
            input.sha256 = sha256_of_file(paths_[order_[i]], input.bytes, stop);
        } catch (const Error&) {
            const std::lock_guard lock(lock_);
            problem_ = std::current_exception();
        }
    }
}

const std::vector<InputFile>& InputHashes::wait() {
    for (std::jthread& worker : workers_) {
        if (worker.joinable()) {
            worker.join();
        }
    }
    if (problem_) {
        std::rethrow_exception(problem_);
    }
    return inputs_;
}

}  // namespace papar
