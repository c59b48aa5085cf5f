// What the study says of the KRB chapter.
#pragma once

#include <filesystem>
#include <string>

namespace papar {

struct DocumentSettings {
    std::string region;          // "Kabupaten Contoh"; empty: the study's title
    std::string template_name;   // the user's .docx for styles, as written in the study; empty: none
    std::filesystem::path path;  // of the template; empty: none
    std::string where;           // place of the template in the study
    bool rasters = true;         // whether index and class rasters are written

    bool operator==(const DocumentSettings&) const = default;
};

}  // namespace papar
