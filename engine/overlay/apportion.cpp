#include "engine/overlay/apportion.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace papar {

namespace {

struct Portion {
    __int128 whole = 0;
    __int128 remainder = 0;  // in units of 1 / sum of weights
};

// total x weight / sum. Where the product is too large for 128 bits it is divided bit by bit, from the highest.
Portion portion_of(__int128 total, __int128 weight, __int128 sum) {
    __int128 product = 0;
    if (!__builtin_mul_overflow(total, weight, &product)) {
        return {product / sum, product % sum};
    }
    constexpr int highest_bit = 126;
    Portion portion;
    const auto add = [&](__int128 amount) {  // less than `sum`, or equal
        portion.remainder += amount;
        if (portion.remainder >= sum) {
            portion.remainder -= sum;
            portion.whole += 1;
        }
    };
    for (int bit = highest_bit; bit >= 0; --bit) {
        portion.whole *= 2;
        add(portion.remainder);
        if (((total >> bit) & 1) != 0) {
            add(weight);
        }
    }
    return portion;
}

}  // namespace

std::vector<__int128> apportion(__int128 total, std::span<const __int128> weights) {
    const __int128 sum = std::accumulate(weights.begin(), weights.end(), __int128{0});
    std::vector<__int128> parts;
    std::vector<__int128> remainders;
    __int128 left = total;
    for (const __int128 weight : weights) {
        const Portion portion = portion_of(total, weight, sum);
        parts.push_back(portion.whole);
        remainders.push_back(portion.remainder);
        left -= portion.whole;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) {
        parts[order[i]] += 1;
    }
    return parts;
}

}  // namespace papar
