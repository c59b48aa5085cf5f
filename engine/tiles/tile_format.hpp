// What the tiles of a set are, and how each container says so.
#pragma once

#include "engine/tiles/pmtiles_format.hpp"

#include <cstdint>
#include <string_view>

namespace papar {

enum class TileFormat { png, webp, mvt };

struct TileFormatWords {
    std::string_view extension;  // of files and URLs, with the dot
    std::string_view mbtiles;    // metadata's `format`; of TileJSON and PMTiles' metadata too
    std::string_view media_type;
    std::uint8_t pmtiles_type = 0;
    std::uint8_t pmtiles_compression = pmtiles_no_compression;  // vector tiles are gzipped in every container
};

[[nodiscard]] constexpr TileFormatWords words_of(TileFormat format) {
    switch (format) {
        case TileFormat::webp:
            return {".webp", "webp", "image/webp", pmtiles_webp};
        case TileFormat::mvt:
            return {".mvt", "pbf", "application/vnd.mapbox-vector-tile", pmtiles_mvt, pmtiles_gzip};
        case TileFormat::png:
            break;
    }
    return {".png", "png", "image/png", pmtiles_png};
}

}  // namespace papar
