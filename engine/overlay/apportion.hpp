// A whole number shared out in proportion, without losing one.
#pragma once

#include <span>
#include <vector>

namespace papar {

// Parts that add up to `total` exactly, each the share total x weight / sum of weights rounded down or up: the method
// of largest remainders (Hamilton). What rounding down leaves goes to the largest remainders, to the first of equals.
// Exact in whole numbers, whatever the size. Preconditions: total and weights are not negative, the sum of weights is
// positive and below 2^126.
[[nodiscard]] std::vector<__int128> apportion(__int128 total, std::span<const __int128> weights);

}  // namespace papar
