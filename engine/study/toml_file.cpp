#include "engine/study/toml_file.hpp"

#include "engine/base/error.hpp"
#include "engine/study/section.hpp"

#include <fstream>
#include <system_error>

namespace papar {

namespace fs = std::filesystem;

// More than one past the limit is never read, so a device or a pipe is as safe as a file.
std::string read_text(const fs::path& file, std::uintmax_t most_bytes, std::string_view what) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        throw error(ErrorKind::usage, "the {} {} is a folder; name the {} file in it", what, file.string(), what);
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const bool there = fs::exists(file, ignored);
        throw error(ErrorKind::usage, "the {} file {} {}", what, file.string(),
                    there ? "cannot be opened; are you allowed to read it?" : "does not exist");
    }
    std::string text(most_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) {
        throw error(ErrorKind::usage, "the {} file {} could not be read to its end", what, file.string());
    }
    if (static_cast<std::uintmax_t>(in.gcount()) > most_bytes) {
        throw error(ErrorKind::usage, "{} is larger than {} MB: this is not a {} file", file.string(),
                    most_bytes / 1'000'000, what);
    }
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

toml::table parse_toml_file(const fs::path& file, std::string_view what) {
    try {
        return toml::parse(read_text(file, largest_toml_bytes, what), file.string());
    } catch (const toml::parse_error& problem) {
        throw error(ErrorKind::usage, "{}: not valid TOML: {}", place_of(problem.source(), file.string()),
                    problem.description());
    }
}

}  // namespace papar
