// The formulas of the method, one cell or zone at a time.
#pragma once

#include <span>

namespace papar {

// A value within this of a limit is on the limit, and belongs to the class below it.
inline constexpr double on_limit = 1e-6;

// The class of a value, from 1: the first whose limit is not below it (value <= limit + 1e-6), the last above all.
// `limits` rise. Source: Modul Teknis KRB Banjir (2019), section 11: the upper bound belongs to the class.
[[nodiscard]] int class_of(double value, std::span<const double> limits);

// Membership in "large": 1 / (1 + (x / midpoint)^-spread); 0 at or below 0. Rises from 0 to 1, 0.5 at the midpoint.
// Source: Modul Teknis KRB Banjir (2019), section 10 (fuzzy large).
[[nodiscard]] double fuzzy_large(double x, double midpoint, double spread);

// IK = a x IKD + b x IKM; all from 0 to 1 where a + b = 1.
[[nodiscard]] double capacity_index(double ikd, double ikm, double ikd_weight, double ikm_weight);

// R = (H x V x (1 - C))^(1/3): all from 0 to 1. Source: KRB practice; the page was not read (status recalled).
[[nodiscard]] double cube_root_risk(double hazard, double vulnerability, double capacity);

// The class where `row` and `column` (classes 1 to 3) cross in a matrix of nine classes, row by row.
[[nodiscard]] int crossing(std::span<const int> matrix, int row, int column);

}  // namespace papar
