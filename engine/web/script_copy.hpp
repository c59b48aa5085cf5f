// Files once more as scripts: a page opened from a disk (file://) may load scripts and nothing else.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace papar {

// papar_file("<name>",<json>); as the viewer expects it. `json` is JSON text.
[[nodiscard]] std::string json_script(std::string_view name, std::string_view json);

// Writes papar_file("<name>","<base64>"); of a file's bytes. Throws Error(output) with the system's reason.
void write_script_copy(const std::filesystem::path& file, const std::filesystem::path& script);

// Base64 of RFC 4648, with padding.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace papar
