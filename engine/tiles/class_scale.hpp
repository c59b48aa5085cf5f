// How cells become pixels: the value of a pixel is 0 where there is no data and one more than the class elsewhere.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace papar {

inline constexpr std::uint8_t no_data_pixel = 0;

struct ClassScale {
    // Of a raster of classes: empty, the cells hold class numbers. Of an index: the upper limits of all classes but the
    // last, rising; a value within 1e-6 of a limit is on it and belongs to the lower class (decision 0013), a value of
    // 0 or less is class 0, "no hazard".
    std::vector<double> limits;
    std::uint8_t highest_class = 0;  // the legend's last one; at most 254

    // The pixel of a cell that is not NaN; nothing that the legend knows: no_data_pixel.
    [[nodiscard]] std::uint8_t pixel(double value) const {
        if (limits.empty()) {
            const bool known = value >= 0 && value <= highest_class && value == std::floor(value);
            return known ? static_cast<std::uint8_t>(value + 1) : no_data_pixel;
        }
        constexpr double tolerance = 1e-6;
        int of_class = value > 0 ? 1 : 0;
        for (const double limit : limits) {
            of_class += value > limit + tolerance ? 1 : 0;
        }
        return static_cast<std::uint8_t>(of_class + 1);
    }
};

}  // namespace papar
