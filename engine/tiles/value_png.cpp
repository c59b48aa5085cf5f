#include "engine/tiles/value_png.hpp"

#include "engine/tiles/png_chunks.hpp"

#include <cstdlib>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

// The filters of the specification that are tried: nothing, the difference to the left, to the pixel above.
enum Filter : std::uint8_t { none = 0, left = 1, up = 2 };

// The filter for a row is the one with the least sum of differences, as the specification advises.
Bytes filtered(const Bytes& samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    Bytes rows;
    rows.reserve(samples.size() + samples.size() / row_bytes);
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(samples[at]); };
    for (std::size_t begin = 0; begin < samples.size(); begin += row_bytes) {
        const auto difference = [&](Filter filter, std::size_t i) {
            unsigned guess = 0;
            if (filter == left && i >= pixel_bytes) guess = byte(begin + i - pixel_bytes);
            if (filter == up && begin > 0) guess = byte(begin + i - row_bytes);
            return static_cast<std::uint8_t>(byte(begin + i) - guess);
        };
        Filter best = none;
        long least = -1;
        for (const Filter filter : {none, left, up}) {
            long sum = 0;
            for (std::size_t i = 0; i < row_bytes; ++i)
                sum += std::abs(static_cast<std::int8_t>(difference(filter, i)));
            if (least < 0 || sum < least) {
                least = sum;
                best = filter;
            }
        }
        rows.push_back(static_cast<std::byte>(best));
        for (std::size_t i = 0; i < row_bytes; ++i) rows.push_back(static_cast<std::byte>(difference(best, i)));
    }
    return rows;
}

}  // namespace

Bytes value_png(std::span<const std::uint8_t> pixels, int side) {
    const auto bytes = std::as_bytes(pixels);
    constexpr int grey = 0;
    const Bytes no_data(2);  // samples of tRNS have 16 bits
    return png_image(side, {8, grey}, {}, no_data,
                     filtered({bytes.begin(), bytes.end()}, static_cast<std::size_t>(side), 1));
}

Bytes value_png(std::span<const std::uint16_t> pixels, int side) {
    constexpr std::size_t channels = 3;
    Bytes samples;
    samples.reserve(pixels.size() * channels);
    for (const std::uint16_t pixel : pixels) {
        samples.push_back(static_cast<std::byte>(pixel >> 8));
        samples.push_back(static_cast<std::byte>(pixel & 0xff));
        samples.push_back(std::byte{0});
    }
    constexpr int red_green_blue = 2;
    const Bytes no_data(2 * channels);
    return png_image(side, {8, red_green_blue}, {}, no_data,
                     filtered(samples, static_cast<std::size_t>(side) * channels, channels));
}

}  // namespace papar
