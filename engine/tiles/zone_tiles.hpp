// The zones of a finished result as one set of vector tiles.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/tiles/level_zooms.hpp"
#include "engine/tiles/result_words.hpp"
#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/tileset_facts.hpp"

#include <filesystem>
#include <optional>

namespace papar {

inline constexpr const char* zone_tiles_name = "wilayah";

// Reads the result's zone layers and adds their tiles to `tiles`, which it finishes: each layer under its name in the
// GeoPackage, its names as points in "<layer>_label", ids by feature_id. The facts are complete but for the
// attribution; what the tiles leave out is in their findings. The same bytes for any number of threads. `zooms`: as
// asked for; otherwise what suits the extent. Throws as read_result_zones and write_vector_pyramid do.
[[nodiscard]] TilesetFacts cut_zones(const std::filesystem::path& result, const ResultWords& words,
                                     const std::optional<ZoomRange>& zooms, const ProgressCallback& progress,
                                     TileSet& tiles);

}  // namespace papar
