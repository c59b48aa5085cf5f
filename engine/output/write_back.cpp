#include "engine/output/write_back.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace papar {

WriteBack::WriteBack(std::filesystem::path path)
    : path_(std::move(path)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

void WriteBack::work(const std::stop_token& stop) const {
    constexpr std::chrono::milliseconds pause{20};
    std::mutex lock;
    std::condition_variable_any wait;
    std::unique_lock held(lock);
    int file = -1;
    while (!wait.wait_for(held, stop, pause, [&] { return stop.stop_requested(); })) {
        if (file < 0) file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (file >= 0) (void)::sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
    }
    if (file >= 0) ::close(file);
}

}  // namespace papar
