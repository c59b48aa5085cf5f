// What the user wants of map tiles.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct ZoomRange {
    int min_zoom = 0;
    int max_zoom = 0;

    bool operator==(const ZoomRange&) const = default;
};

// Which of four pixels stands for them. Pixels without data count only where all four have none.
enum class Overview {
    max,   // the highest class or value: a small zone of high hazard stays visible from afar
    mode,  // the most frequent class; of equally frequent ones the higher
    sum,   // of people, always and of nothing else: all four together
    mean,  // of shades, always and of nothing else
};

struct TileFormats {
    bool pmtiles = true;
    bool mbtiles = false;
    bool folder = false;

    bool operator==(const TileFormats&) const = default;
};

// An elevation raster.
struct TerrainInput {
    std::string name;            // as written by the user; empty: none
    std::filesystem::path path;  // resolved
    std::string where;           // the place that names it: "study.toml:12:8"

    bool operator==(const TerrainInput&) const = default;
};

struct TilesSettings {
    std::optional<ZoomRange> zooms;  // default: what suits the raster, or the extent of the zones
    TileFormats formats;
    // Names of rasters/*.tif without ".tif", ids of hazards, people_tiles_name, and zone_tiles_name for the zones;
    // empty: all rasters of classes, or with value_bits all rasters of an index, and the zones.
    std::vector<std::string> rasters;
    bool people = false;               // people_tiles_name too
    TerrainInput terrain;              // relief_tiles_name too, its hillshade
    std::vector<double> limits;        // of classes, for rasters of an index; rising; default: those of the result
    std::optional<Overview> overview;  // default: max; mode for capacity, whose highest class is the best one
    int tile_pixels = 256;             // 256 or 512
    bool webp = false;                 // lossless WebP instead of PNG
    int value_bits = 0;                // 8 or 16: values of an index instead of its classes
    bool retina = false;               // in folders images of 512 pixels beside those of 256: {y}@2x
    // Where the tiles will be served, for all that names them; without a slash at the end.
    std::string url = "http://127.0.0.1:8080";
    std::string attribution;  // default: the title of the study
    int threads = 0;          // 0: one for each core
    bool overwrite = false;   // only from the command line

    bool operator==(const TilesSettings&) const = default;
};

}  // namespace papar
