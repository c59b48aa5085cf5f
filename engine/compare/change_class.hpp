// Classes of change for the map: three down, none, three up, and what is no change.
#pragma once

#include "engine/compare/comparison.hpp"

#include <array>
#include <functional>
#include <string>

namespace papar {

// Limits between little, some and much change in exposed people: round numbers fit for the largest change of all zones.
struct ChangeLimits {
    double some = 0;
    double much = 0;
};

// 1, 2 or 5 times a power of ten: `much` is the largest at or below half the largest change, `some` a tenth of that.
// Both are 0 where nothing changes.
[[nodiscard]] ChangeLimits change_limits(double largest_change);

// The largest change of one figure over all zones of both results, by size.
[[nodiscard]] double largest_change(const Comparison& comparison,
                                    const std::function<const FigurePair&(const ComparedZone&)>& figure);

// The words that stand in the columns "perubahan", from the strongest decrease to the strongest increase.
inline constexpr std::array<const char*, 7> change_words = {"turun_3", "turun_2", "turun_1", "tetap",
                                                            "naik_1",  "naik_2",  "naik_3"};
inline constexpr const char* only_a_word = "hanya_a";
inline constexpr const char* only_b_word = "hanya_b";
inline constexpr const char* unknown_word = "tidak_diketahui";

[[nodiscard]] std::string change_word(const ComparedZone& zone, const FigurePair& people, const ChangeLimits& limits);

}  // namespace papar
