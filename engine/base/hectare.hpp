#pragma once

namespace papar {

inline constexpr double m2_per_hectare = 1e4;

}  // namespace papar
