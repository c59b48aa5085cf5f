#include "engine/input_hashes.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"

#include <sched.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <system_error>

namespace papar {

namespace {

// 0 when it cannot be told: reading it will say why.
std::uintmax_t size_of(const std::filesystem::path& path) {
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
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

InputHashes::~InputHashes() {
    for (std::jthread& worker : workers_) worker.request_stop();
}

void InputHashes::add(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::filesystem::path> added;
    const std::lock_guard lock(lock_);
    for (const std::filesystem::path& path : paths) {
        std::error_code none;
        if (std::filesystem::is_regular_file(path, none) && hashes_.try_emplace(path).second) added.push_back(path);
    }
    // The last to end should not have begun last.
    std::ranges::stable_sort(added, std::ranges::greater(), size_of);
    waiting_.insert(waiting_.end(), added.begin(), added.end());
    for (auto left = static_cast<int>(added.size()); left > 0 && working_ < threads_; --left, ++working_) {
        workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

void InputHashes::work(const std::stop_token& stop) {
    run_when_idle();
    std::unique_lock lock(lock_);
    while (!waiting_.empty() && !stop.stop_requested()) {
        const std::filesystem::path path = waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        Hash hash;
        try {
            hash.sha256 = sha256_of_file(path, hash.bytes, stop);
        } catch (const Error&) {
            hash.problem = std::current_exception();
        }
        lock.lock();
        hash.done = true;
        hashes_[path] = std::move(hash);
        changed_.notify_all();
    }
    --working_;
}

std::vector<InputFile> InputHashes::of(const std::vector<UsedFile>& files) {
    std::vector<InputFile> inputs;
    std::unique_lock lock(lock_);
    for (const UsedFile& file : files) {
        const auto found = hashes_.find(file.path);
        if (found == hashes_.end()) {
            throw error(ErrorKind::input, "{}: was opened but is no file, or none any more; run again when it is back",
                        file.name);
        }
        const Hash& hash = found->second;
        changed_.wait(lock, [&] { return hash.done; });
        if (hash.problem) std::rethrow_exception(hash.problem);
        inputs.push_back({file.role, file.name, hash.bytes, hash.sha256});
    }
    return inputs;
}

}  // namespace papar
