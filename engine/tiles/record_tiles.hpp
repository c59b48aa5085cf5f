// The tiles in the run record.
#pragma once

#include <filesystem>

namespace papar {

// Adds what is in the result's folder tiles/ to the "outputs" of its run record, by name: each file with bytes and
// SHA-256, each folder of tiles as one entry, "tiles/<name>/", with the number of its files and their bytes together.
// Throws Error(output), Error(input) where a file cannot be read.
void record_tiles(const std::filesystem::path& result);

}  // namespace papar
