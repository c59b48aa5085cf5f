// A file on its way to the disk while it is still being written, so that the wait for the disk at its end is short.
#pragma once

#include <filesystem>
#include <thread>

namespace papar {

class WriteBack {
public:
    // From now on, or from when the file is there, until the object ends. Promises nothing: sync_to_disk does.
    explicit WriteBack(std::filesystem::path path);

private:
    void work(const std::stop_token& stop) const;

    std::filesystem::path path_;
    std::jthread thread_;
};

}  // namespace papar
