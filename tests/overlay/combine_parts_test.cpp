#include "engine/overlay/combine_parts.hpp"

#include "engine/overlay/people_in_shapes.hpp"

#include "tests/support/overlay_input.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::layer_of;
using test::none;
using test::rectangle;
using test::shape_of;
using test::SmallOverlay;

TEST(ShareOf, AddsUpExactly) {
    EXPECT_EQ(static_cast<int>(share_of(10, 3, 0)), 4);  // 10 = 4 + 3 + 3
    EXPECT_EQ(static_cast<int>(share_of(10, 3, 1)), 3);
    EXPECT_EQ(static_cast<int>(share_of(10, 3, 2)), 3);
    for (int units = -20; units <= 20; ++units) {
        __int128 sum = 0;
        for (std::size_t place = 0; place < 7; ++place) {
            sum += share_of(units, 7, place);
        }
        EXPECT_EQ(static_cast<int>(sum), units);
    }
}

const Grid four{0, 1, 1, 1, 4, 1};

// Zones 0 .. 3 and 1 .. 4 of four cells with 1, 2, 4 and 8 people, and what they share, 1 .. 3.
struct TwoZones {
    ZoneLayer zones = layer_of({shape_of({{rectangle(0, 0, 3, 1)}}), shape_of({{rectangle(1, 0, 4, 1)}})});
    ZoneParts parts{layer_of({shape_of({{rectangle(0, 0, 1, 1)}}), shape_of({{rectangle(3, 0, 4, 1)}}),
                              shape_of({{rectangle(1, 0, 3, 1)}})}),
                    {{0}, {1}, {0, 1}}};
    SmallOverlay overlay_of = SmallOverlay(zones).population(four, {1, 2, 4, 8}).hazard(four, {0.1, 0.9, none, 0.5});

    [[nodiscard]] OverlayResult run() const {
        OverlayInput input = overlay_of.input();
        input.parts = &parts;
        return overlay(input, {});
    }
};

TEST(CombineParts, ZonesShareAFaceEqually) {
    const OverlayResult result = TwoZones().run();
    ASSERT_EQ(result.zones.size(), 2U);
    EXPECT_DOUBLE_EQ(result.zones[0].people.value(), 1 + (2 + 4) / 2.0);
    EXPECT_DOUBLE_EQ(result.zones[1].people.value(), 8 + (2 + 4) / 2.0);
    EXPECT_DOUBLE_EQ(result.zones[0].area.value(), 1 + 2 / 2.0);
    const HazardFigures& hazard = result.zones[0].by_hazard[0];
    EXPECT_DOUBLE_EQ(hazard.classes[0].people.value(), 1);        // 0.1
    EXPECT_DOUBLE_EQ(hazard.classes[2].people.value(), 2 / 2.0);  // 0.9
    EXPECT_DOUBLE_EQ(hazard.no_data.people.value(), 4 / 2.0);
    EXPECT_NEAR(hazard.mean().value(), (0.1 + 0.9 / 2) / (1 + 1 / 2.0), 1e-7);  // cells as float32
    EXPECT_FLOAT_EQ(static_cast<float>(hazard.max.value()), 0.9F);
    EXPECT_EQ(hazard.cells, 2);
    EXPECT_EQ(result.zones[0].hazards, 1);
}

TEST(CombineParts, NobodyIsCountedTwice) {
    const OverlayResult result = TwoZones().run();
    EXPECT_EQ(result.balance.counted_twice.value(), 0);
    EXPECT_EQ(result.balance.in_zones.value(), 15);
    People sum;
    for (const ZoneFigures& zone : result.zones) {
        sum += zone.people;
    }
    EXPECT_TRUE(sum == result.balance.in_zones);
    EXPECT_TRUE(result.findings.empty());
}

TEST(PeopleInShapes, ShapesMayOverlap) {
    const SmallOverlay overlay_of =
        SmallOverlay(layer_of({})).population(four, {1, none, 4, 8}).hazard(four, {0, 0, 0, 0});
    const ZoneLayer shapes = layer_of({shape_of({{rectangle(0, 0, 2.5, 1)}}), shape_of({{rectangle(2, 0, 4, 0.5)}}),
                                       shape_of({{rectangle(9, 0, 10, 1)}})});
    const std::vector<People> people = people_in_shapes(overlay_of.input(), shapes, {});
    ASSERT_EQ(people.size(), 3U);
    EXPECT_DOUBLE_EQ(people[0].value(), 1 + 0 + 4 / 2.0);
    EXPECT_DOUBLE_EQ(people[1].value(), (4 + 8) / 2.0);
    EXPECT_DOUBLE_EQ(people[2].value(), 0);  // beyond the raster
}

}  // namespace
}  // namespace papar
