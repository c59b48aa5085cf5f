#include "engine/serve/served_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <system_error>

namespace papar {

std::string FileIdentity::tag() const {
    return fmt::format("\"{:x}-{:x}-{:x}-{:x}\"", device, inode, bytes, modified_ns);
}

std::optional<FileIdentity> ServedPath::identity() const {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))) {
        return std::nullopt;
    }
    constexpr std::int64_t ns_in_s = 1'000'000'000;
    return FileIdentity{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                        status.st_mtim.tv_sec * ns_in_s + status.st_mtim.tv_nsec};
}

bool ServedPath::is_inside() const {
    std::error_code problem;
    const std::filesystem::path real = std::filesystem::canonical(path, problem);
    return !problem && std::ranges::mismatch(within, real).in1 == within.end();
}

std::shared_ptr<const ServedFile> ServedPath::open() const {
    constexpr int most_tries = 3;
    for (int i = 0; i < most_tries; ++i) {
        const auto before = identity();
        std::error_code problem;
        if (!before || !is_inside() || !std::filesystem::is_regular_file(path, problem)) return nullptr;
        try {
            auto file = std::make_shared<const ServedFile>(path, *before);
            // Else it was replaced between the two: the tag would be that of another file.
            if (identity() == before) return file;
        } catch (const std::system_error&) {
            return nullptr;
        }
    }
    return nullptr;
}

}  // namespace papar
