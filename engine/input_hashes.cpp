#include "engine/input_hashes.hpp"

#include "engine/io/sha256.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
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

}  // namespace

InputHashes::InputHashes(const std::vector<UsedFile>& files) : inputs_(files.size()) {
    // The largest first: the last to end should not have begun last.
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size_of(files[a]) > size_of(files[b]); });
    for (const std::size_t i : order) {
        inputs_[i].role = files[i].role;
        inputs_[i].name = files[i].name;
        tasks_.run([&input = inputs_[i], path = files[i].path] { input.sha256 = sha256_of_file(path, input.bytes); });
    }
}

InputHashes::~InputHashes() {
    tasks_.cancel();
    try {
        tasks_.wait();
    } catch (const std::exception&) {
        // Only a run that fails for another reason leaves hashes unread.
    }
}

const std::vector<InputFile>& InputHashes::wait() {
    tasks_.wait();
    return inputs_;
}

}  // namespace papar
