// How cells of an index become pixels of values: 0 is no data; 1 to the largest number that the pixel holds are 0 to 1
// in equal steps, each value at the nearest one.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace papar {

template <typename PixelOfValue>
struct ValueScale {
    using Pixel = PixelOfValue;

    static constexpr Pixel last = std::numeric_limits<Pixel>::max();
    static constexpr double steps = last - 1;  // 254 or 65534

    // Of a cell that is not NaN; beyond 0 to 1, by more than 32-bit floats are off: 0.
    [[nodiscard]] static Pixel pixel(double value) {
        constexpr double slack = 1e-6;
        if (value < -slack || value > 1 + slack) return 0;
        return static_cast<Pixel>(1 + std::lround(std::min(std::max(value, 0.0), 1.0) * steps));
    }
    [[nodiscard]] static std::string misfit(double value) {
        return fmt::format("{}, but value tiles show an index, which runs from 0 to 1", value);
    }
};

}  // namespace papar
