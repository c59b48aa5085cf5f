#include "engine/tiles/scratch_file.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace papar {

ScratchFile ScratchFile::nameless(const std::filesystem::path& folder) {
    std::string name = (folder / ".tiles-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) {
        throw error(ErrorKind::output, "{}: no scratch file can be made here ({})", folder.string(), system_reason());
    }
    ::unlink(name.c_str());
    return {file, folder};
}

ScratchFile ScratchFile::named(const std::filesystem::path& path) {
    constexpr mode_t rights = 0644;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, rights);
    if (file < 0) {
        throw error(ErrorKind::output, "{}: could not be opened ({})", path.string(), system_reason());
    }
    ScratchFile scratch(file, path);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        throw error(ErrorKind::temporary, "{}: another papar is cutting these tiles just now; wait for its end",
                    path.string());
    }
    const off_t end = ::lseek(file, 0, SEEK_END);
    scratch.end_ = end > 0 ? static_cast<std::uint64_t>(end) : 0;
    return scratch;
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), name_(std::move(other.name_)), end_(other.end_) {}

ScratchFile::~ScratchFile() {
    if (file_ >= 0) ::close(file_);
}

std::uint64_t ScratchFile::append(std::span<const std::byte> bytes) {
    const std::uint64_t first = end_;
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(end_));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            throw error(ErrorKind::output, "{}: the scratch file of tiles could not be written ({})", name_.string(),
                        system_reason());
        }
        end_ += static_cast<std::uint64_t>(done);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    return first;
}

std::vector<std::byte> ScratchFile::read(std::uint64_t offset, std::size_t count) const {
    std::vector<std::byte> bytes(count);
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t done =
            ::pread(file_, bytes.data() + have, bytes.size() - have, static_cast<off_t>(offset + have));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            throw error(ErrorKind::output, "{}: the scratch file of tiles could not be read back ({})", name_.string(),
                        system_reason());
        }
        have += static_cast<std::size_t>(done);
    }
    return bytes;
}

void ScratchFile::cut(std::uint64_t size) {
    if (::ftruncate(file_, static_cast<off_t>(size)) != 0) {
        throw error(ErrorKind::output, "{}: could not be shortened ({})", name_.string(), system_reason());
    }
    end_ = size;
}

void ScratchFile::remove() {
    std::error_code problem;
    std::filesystem::remove(name_, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: could not be removed ({})", name_.string(), problem.message());
    }
}

}  // namespace papar
