// Files written completely or reported.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace papar {

// All throw an Error of kind output that names the file and the system's reason.
void write_file(const std::filesystem::path& path, std::string_view content);
[[nodiscard]] std::string read_back(const std::filesystem::path& path);

// Brings a file or a folder to the disk.
void sync_to_disk(const std::filesystem::path& path);
// Brings a folder of many files to the disk with its whole file system: one call instead of one a file, which for
// 50,000 tiles is seconds instead of minutes.
void sync_all_to_disk(const std::filesystem::path& folder);
// Gives a finished file or folder its name.
void rename_or_throw(const std::filesystem::path& from, const std::filesystem::path& to);

// The system's reason for the call that failed last, in words.
[[nodiscard]] std::string system_reason();

}  // namespace papar
