// A tile from the four tiles of the next zoom below it.
#pragma once

#include "engine/tiles/class_scale.hpp"
#include "engine/tiles/pixel_tile.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace papar {

// Of classes and values: one of the four, so that no colour appears that is no class.
template <typename Pixel = std::uint8_t>
[[nodiscard]] Pixel reduced(const std::array<Pixel, 4>& four, Overview overview) {
    const Pixel highest = std::ranges::max(four);
    if (overview == Overview::max) {
        return highest;
    }
    Pixel best = no_data_pixel;
    std::ptrdiff_t most = 0;
    for (const Pixel pixel : four) {
        const std::ptrdiff_t count = pixel == no_data_pixel ? 0 : std::ranges::count(four, pixel);
        if (count > most || (count == most && pixel > best)) {
            best = pixel;
            most = count;
        }
    }
    return best;
}

// Of people: those of all four; NaN is no data, and stays only where all four are.
[[nodiscard]] inline double sum_of(const std::array<double, 4>& four) {
    double sum = four[0];
    for (std::size_t i = 1; i < four.size(); ++i) {
        sum = std::isnan(sum) ? four[i] : std::isnan(four[i]) ? sum : sum + four[i];
    }
    return sum;
}

// Of shades: the mean of those that are not 0, "no data", rounded, halves up.
[[nodiscard]] inline std::uint8_t mean_of(const std::array<std::uint8_t, 4>& four) {
    int sum = 0;
    int count = 0;
    for (const std::uint8_t shade : four) {
        sum += shade;
        count += shade != no_data_pixel ? 1 : 0;
    }
    return static_cast<std::uint8_t>(count == 0 ? 0 : (2 * sum + count) / (2 * count));
}

// `reduce` makes one pixel of four, given as the children are; pixels of absent tiles are `empty`.
template <typename Pixel, typename Reduce>
[[nodiscard]] PixelTile<Pixel> reduced_tile(const ChildTiles<Pixel>& children, int tile_pixels, Pixel empty,
                                            const Reduce& reduce) {
    const auto side = static_cast<std::size_t>(tile_pixels);
    const std::size_t half = side / 2;
    PixelTile<Pixel> pixels(side * side, empty);
    for (std::size_t child = 0; child < children.size(); ++child) {
        if (children[child] == nullptr) continue;
        const Pixel* from = children[child]->data();
        Pixel* to = pixels.data() + (child / 2) * half * side + (child % 2) * half;
        for (std::size_t y = 0; y < half; ++y, from += 2 * side, to += side) {
            for (std::size_t x = 0; x < half; ++x) {
                to[x] = reduce({from[2 * x], from[2 * x + 1], from[side + 2 * x], from[side + 2 * x + 1]});
            }
        }
    }
    return pixels;
}

template <typename Pixel>
[[nodiscard]] PixelTile<Pixel> reduced_tile(const ChildTiles<Pixel>& children, int tile_pixels, Overview overview) {
    const auto by = [&]<Overview rule>() {
        return reduced_tile(children, tile_pixels, Pixel{no_data_pixel},
                            [](const std::array<Pixel, 4>& four) { return reduced(four, rule); });
    };
    return overview == Overview::max ? by.template operator()<Overview::max>()
                                     : by.template operator()<Overview::mode>();
}

}  // namespace papar
