#include "engine/tiles/overview.hpp"

#include <algorithm>
#include <cstddef>

namespace papar {

std::uint8_t reduced(const std::array<std::uint8_t, 4>& four, Overview overview) {
    const std::uint8_t highest = std::ranges::max(four);
    if (overview == Overview::max) {
        return highest;
    }
    std::uint8_t best = no_data_pixel;
    std::ptrdiff_t most = 0;
    for (const std::uint8_t pixel : four) {
        const std::ptrdiff_t count = pixel == no_data_pixel ? 0 : std::ranges::count(four, pixel);
        if (count > most || (count == most && pixel > best)) {
            best = pixel;
            most = count;
        }
    }
    return best;
}

TilePixels reduced_tile(const ChildTiles& children, int tile_pixels, Overview overview) {
    const auto side = static_cast<std::size_t>(tile_pixels);
    const std::size_t half = side / 2;
    TilePixels pixels(side * side, no_data_pixel);
    for (std::size_t child = 0; child < children.size(); ++child) {
        if (children[child] == nullptr) continue;
        const std::uint8_t* from = children[child]->data();
        std::uint8_t* to = pixels.data() + (child / 2) * half * side + (child % 2) * half;
        for (std::size_t y = 0; y < half; ++y, from += 2 * side, to += side) {
            for (std::size_t x = 0; x < half; ++x) {
                to[x] = reduced({from[2 * x], from[2 * x + 1], from[side + 2 * x], from[side + 2 * x + 1]}, overview);
            }
        }
    }
    return pixels;
}

}  // namespace papar
