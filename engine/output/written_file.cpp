#include "engine/output/written_file.hpp"

#include "engine/base/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

namespace papar {

void write_file(const std::filesystem::path& path, std::string_view content) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) throw error(ErrorKind::output, "{}: could not be written ({})", path.string(), system_reason());
}

std::string read_back(const std::filesystem::path& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    if (!file || file.bad()) {
        throw error(ErrorKind::output, "{}: could not be read back ({})", path.string(), system_reason());
    }
    return content;
}

void sync_to_disk(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    // Some network file systems know no fsync of folders and say EINVAL.
    const bool done = file >= 0 && (::fsync(file) == 0 || (errno == EINVAL && std::filesystem::is_directory(path)));
    const std::string why = done ? "" : system_reason();
    if (file >= 0) ::close(file);
    if (!done) throw error(ErrorKind::output, "{}: could not be brought to the disk ({})", path.string(), why);
}

void sync_all_to_disk(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::syncfs(file) == 0;
    const std::string why = done ? "" : system_reason();
    if (file >= 0) ::close(file);
    if (!done) throw error(ErrorKind::output, "{}: could not be brought to the disk ({})", folder.string(), why);
}

void rename_or_throw(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        throw error(ErrorKind::output, "{}: the finished result could not take this name ({})", to.string(),
                    system_reason());
    }
}

std::string system_reason() {
    return std::generic_category().message(errno);
}

}  // namespace papar
