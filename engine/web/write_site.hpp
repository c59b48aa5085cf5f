// A result as one folder of plain files: for any web server, and for a stick, opened by file://.
#pragma once

#include <filesystem>

namespace papar {

struct SiteSettings {
    std::filesystem::path folder;
    std::filesystem::path basemap;  // a PMTiles archive of images; empty: none
    bool overwrite = false;
};

// The folder gets the viewer, hasil.json, every tiles/<name>.pmtiles of the result with its TileJSON, README.txt, and
// in data/ the same once more as scripts, since pages opened from a disk may read nothing else. It comes into being
// whole or not at all. Throws an Error of kind
//   input   when the folder holds no result or the result no PMTiles, or the base map is no archive of images;
//   usage   when the site's folder holds other things, or a site and `overwrite` is not set;
//   output  when a file cannot be written.
void write_site(const std::filesystem::path& result, const SiteSettings& settings);

}  // namespace papar
