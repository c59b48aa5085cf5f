// The last three parts of a tile's address.
#pragma once

#include "engine/tiles/tile_matrix.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace papar {

struct TileAddress {
    Tile tile;
    int scale = 1;               // 2: <y>@2x
    std::string_view extension;  // without the dot
};

// Why an address is none: not written as tiles are, or no tile of the web's tile matrix.
enum class NoTile { malformed, outside };

// Numbers without signs and leading zeros; `last` is <y>.<extension> or <y>@2x.<extension>, and outlives the address.
[[nodiscard]] std::variant<TileAddress, NoTile> tile_address(std::string_view zoom, std::string_view x,
                                                             std::string_view last);

}  // namespace papar
