#include "engine/output/class_colours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace papar {
namespace {

// Green, yellow, red of ColorBrewer's RdYlGn, tones that differ in lightness too for those who confuse red and green.
constexpr std::array<std::array<double, 3>, 3> class_colours = {
    {{0x5a, 0xae, 0x61}, {0xfe, 0xe0, 0x8b}, {0xd7, 0x30, 0x27}}};

}  // namespace

std::string class_colour(std::size_t i, std::size_t count) {
    const double along = count == 1 ? 2.0 : 2.0 * static_cast<double>(i) / static_cast<double>(count - 1);
    const std::size_t stop = std::min<std::size_t>(static_cast<std::size_t>(along), 1);
    const double share = along - static_cast<double>(stop);
    std::string colour = "#";
    for (std::size_t c = 0; c < 3; ++c) {
        colour +=
            fmt::format("{:02x}", std::lround(std::lerp(class_colours[stop][c], class_colours[stop + 1][c], share)));
    }
    return colour;
}

std::string capacity_colour(std::size_t i, std::size_t count) {
    return class_colour(count - 1 - i, count);
}

}  // namespace papar
