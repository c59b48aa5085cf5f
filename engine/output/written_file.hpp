// Files of text, written completely or reported.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace papar {

// Both throw an Error of kind output that names the file and the system's reason.
void write_file(const std::filesystem::path& path, std::string_view content);
[[nodiscard]] std::string read_back(const std::filesystem::path& path);

}  // namespace papar
