// What there is to be served: found once, when the server begins. Nothing else can ever be reached.
#pragma once

#include "engine/serve/served_file.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace papar {

struct SiteContents {
    std::map<std::string, ServedPath> tilesets;   // by name: that of the file or folder, without extension
    std::map<std::string, ServedPath> archives;   // to be had whole: "banjir_bahaya_kelas.pmtiles"
    std::map<std::string, ServedPath> documents;  // JSON and XML beside them: "style.json"
};

// Each source is a result's folder (then its tiles/ counts), a folder of archives and tile folders, a folder of tiles,
// or an archive. Of several archives of one name in one folder tiles come from the PMTiles, else from the folder.
// Throws Error(input) when a source has nothing to serve or a link leads out of its folder, Error(usage) when two
// sources have the same name.
[[nodiscard]] SiteContents find_contents(const std::vector<std::filesystem::path>& sources);

}  // namespace papar
