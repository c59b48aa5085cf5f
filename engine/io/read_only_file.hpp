// A file read at given places, from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace papar {

class ReadOnlyFile {
public:
    // Throws std::system_error when the file cannot be opened.
    explicit ReadOnlyFile(const std::filesystem::path& path);
    ~ReadOnlyFile();
    ReadOnlyFile(const ReadOnlyFile&) = delete;
    ReadOnlyFile& operator=(const ReadOnlyFile&) = delete;

    [[nodiscard]] std::uint64_t size() const { return size_; }
    // Fills `out` from that offset on. False when the file ends before, or cannot be read.
    [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> out) const;

private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace papar
