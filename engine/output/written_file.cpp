#include "engine/output/written_file.hpp"

#include "engine/base/error.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace papar {

void write_file(const std::filesystem::path& path, std::string_view content) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) throw error(ErrorKind::output, "{}: could not be written ({})", path.string(), std::strerror(errno));
}

std::string read_back(const std::filesystem::path& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    if (!file || file.bad())
        throw error(ErrorKind::output, "{}: could not be read back ({})", path.string(), std::strerror(errno));
    return content;
}

}  // namespace papar
