#include "engine/tiles/finished_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace papar {

FinishedTiles::FinishedTiles(const std::filesystem::path& folder) : file_(folder / ".finished.papar-part") {
    std::error_code none;
    if (!std::filesystem::exists(file_, none)) return;
    std::istringstream lines(read_back(file_));
    for (std::string line; std::getline(lines, line);) {
        Json set = Json::parse(line, nullptr, false);
        if (set.is_object()) sets_.push_back(std::move(set));
    }
}

std::optional<Json> FinishedTiles::find(const std::string& name, const std::string& fingerprint) const {
    for (const Json& set : sets_) {
        if (set.value("name", "") == name && set.value("fingerprint", "") == fingerprint) return set["said"];
    }
    return std::nullopt;
}

void FinishedTiles::add(const std::string& name, const std::string& fingerprint, const Json& said) {
    errno = 0;
    std::ofstream file(file_, std::ios::app | std::ios::binary);
    // A line that was not whole ends here.
    file << '\n' << json_line({{"name", name}, {"fingerprint", fingerprint}, {"said", said}}) << '\n';
    file.close();
    if (!file) {
        throw error(ErrorKind::output, "{}: could not be written ({})", file_.string(), system_reason());
    }
}

void FinishedTiles::forget() {
    std::error_code none;
    std::filesystem::remove(file_, none);
}

}  // namespace papar
