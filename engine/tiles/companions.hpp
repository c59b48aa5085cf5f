// What a web server, a map client or a GIS needs beside the tiles of a result.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/tiles/result_words.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// One set of tiles in the folder, as its TileJSON <name>.json describes it.
struct PublishedTiles {
    std::string name;
    Json tile_json;

    [[nodiscard]] bool vectors() const { return tile_json.contains("vector_layers"); }
    // The relief, under the maps.
    [[nodiscard]] bool base_map() const { return tile_json.value("type", "") == "baselayer"; }
};

// By name. A JSON file that is no TileJSON is none.
[[nodiscard]] std::vector<PublishedTiles> published_tiles(const std::filesystem::path& folder);

// Writes into the result's folder tiles/: style.json (web_style.hpp), wmts.xml (wmts.hpp) and legends
// (legend_picture.hpp) where there are rasters, and nginx.conf (nginx_snippet.hpp), of all tiles that are there; older
// ones are replaced. `url`: where the folder will be served, without a slash at the end. Throws Error(output).
void write_companions(const std::filesystem::path& result, const ResultWords& words, const std::string& url);

}  // namespace papar
