// One set of encoded tiles, three ways to pass it on. Each writer takes the tiles in the order of their ids and the
// same bytes of each; a file appears under its name only when it is whole.
#pragma once

#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/tileset_facts.hpp"

#include <filesystem>

namespace papar {

// All throw Error(output) with the file's name and the reason. Precondition: the set is finished and not empty.

// PMTiles version 3: clustered, equal contents once, runs of equal neighbours in one entry, directories gzipped.
void write_pmtiles(const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& path);

// MBTiles 1.3: equal contents once in `images`, the standard's `tiles` as a view of `map` and `images`.
void write_mbtiles(const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& path);

// <folder>/<z>/<x>/<y> and the extension of the format, row 0 in the north. Equal tiles are hard links to one file
// where the file system has them. `retina`, if any: tiles of twice as many pixels for the same places, named <y>@2x.
void write_tile_folder(const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& folder,
                       const TileSet* retina = nullptr);

}  // namespace papar
