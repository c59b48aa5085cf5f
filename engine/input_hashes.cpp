#include "engine/input_hashes.hpp"

#include "engine/io/sha256.hpp"

namespace papar {

void InputHashes::add(const std::vector<UsedFile>& files) {
    for (const UsedFile& file : files) {
        InputFile& input = inputs_.emplace_back(InputFile{file.role, file.name, 0, {}});
        tasks_.run([&input, path = file.path] { input.sha256 = sha256_of_file(path, input.bytes); });
    }
}

std::vector<InputFile> InputHashes::wait() {
    tasks_.wait();
    return {inputs_.begin(), inputs_.end()};
}

}  // namespace papar
