// What an archive of tiles says of itself.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/tiles/tile_format.hpp"
#include "engine/tiles/tile_matrix.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace papar {

struct LegendClass {
    int value = 0;       // of the raster's cells
    std::string name;    // "rendah"
    std::string colour;  // "#5aae61"
};

struct TilesetFacts {
    std::string name;         // of the files: "banjir_bahaya_kelas"
    std::string title;        // for people: "Kelas bahaya: Banjir"
    std::string attribution;  // plain text
    LonLatBox bounds;
    int min_zoom = 0;
    int max_zoom = 0;
    // Of images.
    int tile_pixels = 256;
    Overview overview = Overview::max;
    std::vector<LegendClass> legend;  // lowest class first
    Language language = Language::id;
    TileFormat format = TileFormat::png;
    std::optional<double> centre_lon = {};  // where it is not the middle of the bounds: across 180 degrees
    int value_bits = 0;                     // 8 or 16: pixels are values of an index; 0: classes
    std::vector<double> limits = {};        // between the classes of values
    bool retina = false;                    // the folder has {y}@2x too
    // Of vector tiles.
    nlohmann::ordered_json vector_layers = nullptr;  // see vector_layers_json
    Findings findings = {};                          // what the tiles leave out
};

// Where a map begins: the middle of the bounds, at a zoom that shows them whole.
struct MapCentre {
    LonLat at;
    int zoom = 0;  // within the archive's zooms
};
[[nodiscard]] MapCentre centre_of(const TilesetFacts& facts);

// Of images, one line for people: the classes with their colours, or what the values are; and what a pixel of the
// smaller zooms stands for.
[[nodiscard]] std::string legend_text(const TilesetFacts& facts);

// One line for people on either sort of tiles.
[[nodiscard]] std::string description_of(const TilesetFacts& facts);

// Text in which no character is markup: clients may show an attribution as HTML.
[[nodiscard]] std::string html_text(const std::string& text);

// Name, description, attribution; legend and classes of images but the relief, layers and findings of vector tiles:
// what PMTiles' metadata and TileJSON have in common.
[[nodiscard]] nlohmann::ordered_json common_metadata(const TilesetFacts& facts);

// TileJSON 3.0.0 for tiles at `<url>/<name>/{z}/{x}/{y}` and their extension; `url` is absolute.
[[nodiscard]] nlohmann::ordered_json tile_json(const TilesetFacts& facts, const std::string& url);

}  // namespace papar
