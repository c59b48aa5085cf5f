// Random numbers that are the same on every machine.
#pragma once

#include <random>

namespace papar::test {

using Random = std::mt19937_64;

// In [low, high), by the upper 53 bits: std::uniform_real_distribution may differ between libraries.
inline double uniform(Random& random, double low, double high) {
    return low + (high - low) * (static_cast<double>(random() >> 11U) * 0x1p-53);
}

}  // namespace papar::test
