// Settings of the KRB chapter and of the rasters beside it.
#pragma once

#include <filesystem>
#include <string>

namespace papar {

struct DocumentSettings {
    std::string region;          // "Kabupaten Contoh"; empty: the study's area
    std::string reference_name;  // the user's own document, whose styles the chapter takes; empty: papar's
    std::filesystem::path reference;
    std::string where_reference;  // its place in the study
    bool rasters = true;          // index and class rasters are written
};

}  // namespace papar
