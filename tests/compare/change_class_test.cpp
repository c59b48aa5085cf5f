#include "engine/compare/change_class.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

TEST(ChangeLimits, AreRoundNumbersBelowHalfTheLargestChange) {
    EXPECT_EQ(change_limits(1000).much, 500);  // half is 500
    EXPECT_EQ(change_limits(999).much, 200);   // half is 499.5
    EXPECT_EQ(change_limits(300).much, 100);   // half is 150
    EXPECT_EQ(change_limits(300).some, 10);
    EXPECT_DOUBLE_EQ(change_limits(0.07).much, 0.02);  // half is 0.035
    EXPECT_EQ(change_limits(0).much, 0);
}

TEST(ChangeWord, SaysDirectionAndSize) {
    const ComparedZone zone;
    const ChangeLimits limits{10, 100};
    EXPECT_EQ(change_word(zone, {500, 500}, limits), "tetap");
    EXPECT_EQ(change_word(zone, {500, 509}, limits), "naik_1");
    EXPECT_EQ(change_word(zone, {500, 510}, limits), "naik_2");
    EXPECT_EQ(change_word(zone, {500, 600}, limits), "naik_3");
    EXPECT_EQ(change_word(zone, {500, 400}, limits), "turun_3");
    EXPECT_EQ(change_word(zone, {500, 495}, limits), "turun_1");
    EXPECT_EQ(change_word(zone, {500, {}}, limits), "tidak_diketahui");
    EXPECT_EQ(change_word(zone, {{}, {}}, limits), "tetap");
    ComparedZone fresh;
    fresh.in = ComparedZone::In::only_b;
    EXPECT_EQ(change_word(fresh, {{}, 5}, limits), "hanya_b");
}

}  // namespace
}  // namespace papar
