// The tiles of one raster: what the user asked for, cut into a set.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/tiles/tile_pyramid.hpp"
#include "engine/tiles/tile_subject.hpp"
#include "engine/tiles/tiles_settings.hpp"
#include "engine/tiles/tileset_facts.hpp"

#include <string>

namespace papar {

// The settings' zooms, or what suits the raster. Throws Error(usage) for zooms that only multiply the tiles.
[[nodiscard]] ZoomRange zooms_of(const TileSubject& subject, const TilesSettings& settings);

// Everything that the files of a subject depend on, as text: the raster's files with size and time, the settings, the
// legend, papar's version.
[[nodiscard]] std::string fingerprint_of(const TileSubject& subject, const TilesetFacts& facts,
                                         const TilesSettings& settings);

// What the archives will say; the attribution is that of the settings, else `title`.
[[nodiscard]] TilesetFacts facts_of(const TileSubject& subject, const TilesSettings& settings, const std::string& title,
                                    Language language);

// Cuts the raster into tiles of `tile_pixels`; of the relief, `file` is the hillshade by now. Throws Error(input) where
// no pixel has data, and what build_pyramid throws.
GroupCounts cut_raster(const TileSubject& subject, const TilesetFacts& facts, int tile_pixels, int threads,
                       const ProgressCallback& progress, TileSet& tiles);

}  // namespace papar
