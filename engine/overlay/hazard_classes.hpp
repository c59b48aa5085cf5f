// How the values of a hazard raster become classes.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace papar {

enum class HazardKind {
    index,     // 0 to 1
    quantity,  // a depth, an intensity, any continuous measure
    classes,   // codes of classes
    shapes,    // no values: classes are drawn as polygons
};

// Which class a value exactly on a break belongs to. A value within 1e-6 of a break is on the break:
// rasters computed in 32-bit floats carry errors of that size.
enum class OnBreak { lower, upper };

// At most this many classes: the kernel keeps one lane of sums for each.
inline constexpr std::size_t max_classes = 8;

struct HazardClasses {
    HazardKind kind = HazardKind::index;
    // Valid values at or below this are "no hazard". Exact, no tolerance.
    double no_hazard = 0;
    // index and quantity: the upper limits of all classes but the last, rising, above `no_hazard`.
    // N breaks make N + 1 classes.
    std::vector<double> breaks;
    OnBreak on_break = OnBreak::lower;
    // classes: the raster's codes from the lowest class to the highest, rising, above `no_hazard`.
    std::vector<double> codes;
    // One label a class, lowest first ("rendah", "sedang", "tinggi"): as many as there are classes.
    std::vector<std::string> labels;

    [[nodiscard]] std::size_t count() const {
        if (kind == HazardKind::shapes) {
            return labels.size();
        }
        return kind == HazardKind::classes ? codes.size() : breaks.size() + 1;
    }
    bool operator==(const HazardClasses&) const = default;
};

// The histogram of people over the hazard's range: every class is cut into this many equal bins, so that
// any class total is the sum of its bins. Shapes have no values and no histogram. The last class ends at `top`; values
// above it fall in its last bin.
inline constexpr std::size_t bins_per_class = 32;

// Upper end of the last class for the histogram: 1 for an index, the last code for codes, for a quantity as far above
// its last break as that is above `no_hazard` (`no_hazard` + 1 without breaks). A code falls in the last bin of its
// class.
[[nodiscard]] double histogram_top(const HazardClasses& classes);

// The lower edges of all bins, then `top`: count() * bins_per_class + 1 numbers, rising.
[[nodiscard]] std::vector<double> histogram_edges(const HazardClasses& classes);

}  // namespace papar
