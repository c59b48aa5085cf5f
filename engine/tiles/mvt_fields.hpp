// Field numbers of vector_tile.proto, Mapbox Vector Tiles 2.1, for reading.
#pragma once

#include <protozero/types.hpp>

#include <cstddef>

namespace papar {

enum class TileField : protozero::pbf_tag_type { layer = 3 };
enum class LayerField : protozero::pbf_tag_type { name = 1, feature = 2, key = 3, value = 4, extent = 5, version = 15 };
enum class FeatureField : protozero::pbf_tag_type { id = 1, tags = 2, type = 3, geometry = 4 };

inline constexpr std::size_t most_unpacked_tile = std::size_t{1} << 28;  // unpacked; a larger one is not read

}  // namespace papar
