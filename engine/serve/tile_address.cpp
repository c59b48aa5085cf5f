#include "engine/serve/tile_address.hpp"

#include "engine/tiles/plain_number.hpp"

#include <algorithm>

namespace papar {

namespace {

// Too large for a number, but one.
bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
           (text == "0" || text.front() != '0');
}

}  // namespace

std::variant<TileAddress, NoTile> tile_address(std::string_view zoom, std::string_view x, std::string_view last) {
    constexpr std::string_view twice = "@2x";
    const std::size_t dot = last.find('.');
    if (dot == std::string_view::npos || dot + 1 == last.size()) return NoTile::malformed;
    TileAddress address;
    address.extension = last.substr(dot + 1);
    std::string_view y = last.substr(0, dot);
    if (y.ends_with(twice)) {
        address.scale = 2;
        y.remove_suffix(twice.size());
    }
    if (!is_number(zoom) || !is_number(x) || !is_number(y)) return NoTile::malformed;
    const auto z_number = plain_number(zoom);
    const auto x_number = plain_number(x);
    const auto y_number = plain_number(y);
    if (!z_number || !x_number || !y_number || *z_number > deepest_tile_zoom || *x_number >> *z_number != 0 ||
        *y_number >> *z_number != 0) {
        return NoTile::outside;
    }
    address.tile = {static_cast<int>(*z_number), *x_number, *y_number};
    return address;
}

}  // namespace papar
