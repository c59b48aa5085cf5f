// The SHA-256 of input files, for the run record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace papar {

// Lower-case hexadecimal digest of the file's bytes; `bytes` receives their number. Throws Error(input) when the file
// cannot be read to its end, Error(interrupted) when asked to stop.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file, std::uint64_t& bytes,
                                         const std::stop_token& stop = {});

}  // namespace papar
