// A file that grows at its end and is read at any place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace papar {

// All members throw Error(output) with the file system's reason. `read` may be called by many threads at once.
class ScratchFile {
public:
    // A nameless one in `folder`, gone with the program, however that ends.
    [[nodiscard]] static ScratchFile nameless(const std::filesystem::path& folder);
    // One that outlives the program, with what an earlier one left in it. Throws Error(temporary) while another program
    // works with it.
    [[nodiscard]] static ScratchFile named(const std::filesystem::path& file);
    ScratchFile(ScratchFile&& other) noexcept;
    ScratchFile& operator=(ScratchFile&&) = delete;
    ~ScratchFile();

    [[nodiscard]] std::uint64_t size() const { return end_; }
    // Gives the place of the first byte.
    std::uint64_t append(std::span<const std::byte> bytes);
    [[nodiscard]] std::vector<std::byte> read(std::uint64_t offset, std::size_t bytes) const;
    // Forgets everything from `size` on.
    void cut(std::uint64_t size);
    // Takes its name away.
    void remove();

private:
    ScratchFile(int file, std::filesystem::path name) : file_(file), name_(std::move(name)) {}

    int file_ = -1;
    std::filesystem::path name_;  // of the file, or of the nameless one's folder
    std::uint64_t end_ = 0;
};

}  // namespace papar
