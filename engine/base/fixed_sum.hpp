// Sums that come out the same whatever the order: each part is rounded once to a fixed-point
// integer of 128 bits, and integer addition is associative.
#pragma once

#include <cmath>
#include <cstdint>

namespace papar {

// A sum in units of 1/Scale. Range: +-1.7e38/Scale. Each part added carries a rounding error of at
// most half a unit (for parts above 2^53 units the double itself is coarser than the unit).
template <std::int64_t Scale>
class FixedSum {
public:
    using Integer = __int128;

    FixedSum() = default;
    explicit FixedSum(double value)
        : units_(static_cast<Integer>(std::nearbyint(value * static_cast<double>(Scale)))) {}
    static FixedSum from_units(Integer units) {
        FixedSum sum;
        sum.units_ = units;
        return sum;
    }

    FixedSum& operator+=(FixedSum other) {
        units_ += other.units_;
        return *this;
    }
    FixedSum& operator-=(FixedSum other) {
        units_ -= other.units_;
        return *this;
    }
    friend FixedSum operator+(FixedSum a, FixedSum b) { return a += b; }
    friend FixedSum operator-(FixedSum a, FixedSum b) { return a -= b; }
    friend bool operator==(FixedSum a, FixedSum b) { return a.units_ == b.units_; }
    friend bool operator<(FixedSum a, FixedSum b) { return a.units_ < b.units_; }

    [[nodiscard]] Integer units() const { return units_; }
    [[nodiscard]] double value() const { return static_cast<double>(units_) / static_cast<double>(Scale); }

private:
    Integer units_ = 0;
};

using People = FixedSum<1'000'000'000>;  // unit 1e-9 person
using AreaM2 = FixedSum<1'000'000>;      // unit 1e-6 m2

}  // namespace papar
