// How cells become pixels of classes: the value of a pixel is 0 where there is no data and one more than the class
// elsewhere.
#pragma once

#include "engine/overlay/hazard_classes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace papar {

inline constexpr std::uint8_t no_data_pixel = 0;

struct ClassScale {
    using Pixel = std::uint8_t;

    // Of a raster of classes: empty, the cells hold class numbers. Of an index or a hazard: the upper limits of all
    // classes but the last, rising; a value within 1e-6 of a limit is on it (decision 0013).
    std::vector<double> limits;
    std::uint8_t highest_class = 0;     // the legend's last one; at most 254
    std::vector<double> codes = {};     // of a hazard of class codes: class 1 first; they go before `limits`
    double no_hazard = 0;               // with limits or codes: values up to this are class 0, "no hazard"
    OnBreak on_break = OnBreak::lower;  // which class a value on a limit belongs to

    // The pixel of a cell that is not NaN; nothing that the legend knows: no_data_pixel.
    [[nodiscard]] Pixel pixel(double value) const {
        if (!codes.empty()) return pixel_of_code(value);
        if (limits.empty()) {
            const bool known = value >= 0 && value <= highest_class && value == std::floor(value);
            return known ? static_cast<Pixel>(value + 1) : no_data_pixel;
        }
        if (!(value > no_hazard)) return 1;
        constexpr double tolerance = 1e-6;
        int of_class = 1;
        for (const double limit : limits) {
            const bool above = on_break == OnBreak::lower ? value > limit + tolerance : value >= limit - tolerance;
            of_class += above ? 1 : 0;
        }
        return static_cast<Pixel>(of_class + 1);
    }

    // "holds 7, which ...": of a value without a pixel.
    [[nodiscard]] std::string misfit(double value) const {
        return codes.empty() ? fmt::format(
                                   "{}, which is no class of the legend (0 to {}); give the raster's own legend, "
                                   "or class limits for an index",
                                   value, highest_class)
                             : fmt::format("{}, which is none of the study's codes of classes", value);
    }

private:
    [[nodiscard]] Pixel pixel_of_code(double value) const {
        if (!(value > no_hazard)) return 1;
        const auto at = std::ranges::find(codes, value);
        return at == codes.end() ? no_data_pixel : static_cast<Pixel>(at - codes.begin() + 2);
    }
};

}  // namespace papar
