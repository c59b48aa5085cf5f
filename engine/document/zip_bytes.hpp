// Zip files in memory.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace papar {

// Content by name, "word/document.xml".
using ZipFiles = std::map<std::string, std::string>;

// The same files give the same bytes: every entry is of 1980-01-01, the first date zip knows. "[Content_Types].xml"
// comes first, as readers that guess the kind of a file expect.
[[nodiscard]] std::string zip_bytes(const ZipFiles& files);

// Nothing where the file is no zip. Throws an Error of kind input where it cannot be read or is larger unpacked than
// 256 MiB.
[[nodiscard]] std::optional<ZipFiles> unzip_file(const std::filesystem::path& path);

}  // namespace papar
