// Hazards drawn as polygons, on grids small enough to reckon by hand.
#include "engine/overlay/explain.hpp"
#include "engine/overlay/overlay.hpp"

#include "tests/support/overlay_input.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::layer_of;
using test::none;
using test::rectangle;
using test::shape_of;
using test::SmallOverlay;

const Grid four_by_one{0, 1, 1, 1, 4, 1};

HazardShape box(std::size_t class_index, double west, double south, double east, double north) {
    return {class_index, shape_of({{rectangle(west, south, east, north)}})};
}

double people_of(const Figures& figures) {
    return figures.people.value();
}

// The first cell holds 8 people. Zone 1 is its western half, the hazard its eastern half and the next cell: nobody of
// zone 1 is exposed, where the product of the two fractions would say 8 x 0.5 x 0.5 = 2.
TEST(VectorHazard, OverlapInsideACellIsExactAndNotAProduct) {
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 0.5, 1)}}), shape_of({{rectangle(0.5, 0, 4, 1)}})}))
            .population(four_by_one, {8, 4, 2, 1})
            .drawn({box(0, 0.5, 0, 2, 1)}, {"bahaya"})
            .run();
    const HazardFigures& west = result.zones[0].by_hazard[0];
    EXPECT_EQ(west.classes[0].people, People(0));
    EXPECT_EQ(west.classes[0].area, AreaM2(0));
    EXPECT_EQ(west.no_hazard.people, People(4));  // 8 x 0.5
    EXPECT_EQ(result.zones[0].hazards, 0);
    const HazardFigures& east = result.zones[1].by_hazard[0];
    EXPECT_EQ(east.classes[0].people, People(8));  // 8 x 0.5 + 4
    EXPECT_EQ(east.classes[0].area, AreaM2(1.5));
    EXPECT_EQ(east.no_hazard.people, People(3));  // 2 + 1
    EXPECT_EQ(east.no_hazard.area, AreaM2(2));
    EXPECT_EQ(east.no_data.area, AreaM2(0));
    EXPECT_EQ(east.cells, 4);
    EXPECT_FALSE(east.mean());
    EXPECT_FALSE(east.max);
    EXPECT_TRUE(east.histogram.empty());
    EXPECT_EQ(result.zones[1].people_any_hazard, People(8));
    EXPECT_EQ(result.zones[1].hazards, 1);
}

// In a quarter of the cell the hazard's corner meets the zone's: 0.5 x 0.5 of 16 people. A triangle over the
// diagonal of the next cell: half of it, 4 of 8 people.
TEST(VectorHazard, CornersAndSlantedBorders) {
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 0.5, 1)}, {rectangle(1, 0, 2, 1)}})}))
            .population(four_by_one, {16, 8, 0, 0})
            .drawn({box(0, 0, 0.5, 0.9, 3), {0, shape_of({{{{1, 0}, {2, 0}, {2, 1}}}})}}, {"bahaya"})
            .run();
    EXPECT_EQ(result.zones[0].by_hazard[0].classes[0].people, People(4 + 4));
}

// People 1, 2, 4, 8. Low class on the first two cells, high class on the second and third: the second is high.
TEST(VectorHazard, HighestClassWins) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 1)}})}))
                                     .population(four_by_one, {1, 2, 4, 8})
                                     .drawn({box(0, 0, 0, 2, 1), box(1, 1, 0, 3, 1)}, {"KRB I", "KRB II"})
                                     .run();
    const HazardFigures& hazard = result.zones[0].by_hazard[0];
    EXPECT_EQ(hazard.classes[0].people, People(1));
    EXPECT_EQ(hazard.classes[1].people, People(6));
    EXPECT_EQ(hazard.no_hazard.people, People(8));
    EXPECT_EQ(hazard.classes[0].area, AreaM2(1));
    EXPECT_EQ(hazard.classes[1].area, AreaM2(2));
    EXPECT_EQ(result.by_hazard[0].classes[1], People(6));
    EXPECT_EQ(result.by_hazard[0].no_hazard, People(8));
}

// A low class wholly under a high one has no land of its own.
TEST(VectorHazard, ClassUnderAHigherOneIsEmpty) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 1)}})}))
                                     .population(four_by_one, {1, 2, 4, 8})
                                     .drawn({box(0, 1, 0, 2, 1), box(2, 0, 0, 4, 1)}, {"a", "b", "c"})
                                     .run();
    EXPECT_EQ(result.zones[0].by_hazard[0].classes[0].people, People(0));
    EXPECT_EQ(result.zones[0].by_hazard[0].classes[2].people, People(15));
    EXPECT_EQ(result.zones[0].by_hazard[0].no_hazard.people, People(0));
}

// People 2, 4, 8, 16. The raster hazard has its class in the first cell only, the polygons cover x 0.5 to 1.5:
// the first cell counts whole, of the second the covered half: 2 + 4 x 0.5.
TEST(VectorHazard, AnyHazardTakesWholeRasterCellsAndPartsOfOthers) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 1)}})}))
                                     .population(four_by_one, {2, 4, 8, 16})
                                     .drawn({box(0, 0.5, 0, 1.5, 1)}, {"bahaya"})
                                     .hazard(four_by_one, {0.9, 0, none, 0})
                                     .run();
    EXPECT_EQ(people_of(result.zones[0].by_hazard[0].classes[0]), 3);  // 2 x 0.5 + 4 x 0.5
    EXPECT_EQ(people_of(result.zones[0].by_hazard[1].classes[2]), 2);
    EXPECT_EQ(result.zones[0].people_any_hazard, People(4));
    EXPECT_EQ(result.zones[0].hazards, 2);
}

// Two vector hazards, x 0 to 1.5 and x 1 to 2: together x 0 to 2, everybody once.
TEST(VectorHazard, AnyHazardCountsLandOfSeveralOnce) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 1)}})}))
                                     .population(four_by_one, {2, 4, 8, 16})
                                     .drawn({box(0, 0, 0, 1.5, 1)}, {"satu"})
                                     .drawn({box(0, 1, 0, 2, 1)}, {"dua"})
                                     .run();
    EXPECT_EQ(people_of(result.zones[0].by_hazard[0].classes[0]), 4);
    EXPECT_EQ(people_of(result.zones[0].by_hazard[1].classes[0]), 4);
    EXPECT_EQ(result.zones[0].people_any_hazard, People(6));
}

// Cells without population data give land but nobody; a place outside the grid gives neither.
TEST(VectorHazard, NodataAndLandOutsideTheGrid) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(-1, 0, 4, 1)}})}))
                                     .population(four_by_one, {none, 4, 8, 16})
                                     .drawn({box(0, -1, 0, 2, 1)}, {"bahaya"})
                                     .run();
    const HazardFigures& hazard = result.zones[0].by_hazard[0];
    EXPECT_EQ(hazard.classes[0].people, People(4));
    EXPECT_EQ(hazard.classes[0].area, AreaM2(2));
    EXPECT_EQ(hazard.no_hazard.area, AreaM2(2));
    EXPECT_EQ(result.zones[0].area_outside, AreaM2(1));
}

// The whole zone lies in the hazard: nothing is left, to the last unit, whatever the border.
TEST(VectorHazard, ZoneInsideTheHazardLeavesNothing) {
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{{{0.1, 0.2}, {3.7, 0.05}, {2.9, 0.95}, {0.3, 0.77}}}})}))
            .population(four_by_one, {3, 5, 7, 11})
            .drawn({box(0, -9, -9, 9, 9)}, {"bahaya"})
            .run();
    EXPECT_EQ(result.by_hazard[0].no_hazard, People(0));
    EXPECT_EQ(result.zones[0].by_hazard[0].classes[0].people, result.zones[0].people);
    EXPECT_EQ(result.zones[0].by_hazard[0].classes[0].area, result.zones[0].area);
}

TEST(VectorHazard, NowhereNearIsAFinding) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 1)}})}))
                                     .population(four_by_one, {1, 1, 1, 1})
                                     .drawn({box(0, 50, 50, 51, 51)}, {"bahaya"})
                                     .run();
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].id, "hazard.nowhere");
    EXPECT_EQ(result.zones[0].by_hazard[0].no_hazard.people, People(4));
}

// The cell of x 1 to 2 is half class 0, half class 1; each part is a line of the explanation, and sums are the figures.
TEST(VectorHazard, ExplanationListsThePartsOfACell) {
    const SmallOverlay overlay = SmallOverlay(layer_of({shape_of({{rectangle(1, 0, 3, 1)}})}))
                                     .population(four_by_one, {1, 2, 4, 8})
                                     .drawn({box(0, 0, 0, 1.5, 1), box(1, 1.5, 0, 2, 1)}, {"a", "b"});
    const Explanation explanation = explain(overlay.input(), 0, 0);
    ASSERT_EQ(explanation.cells.size(), 3U);
    EXPECT_EQ(explanation.cells[0].part, 0);
    EXPECT_EQ(explanation.cells[0].fraction, 0.5);
    EXPECT_EQ(explanation.cells[1].part, 1);
    EXPECT_EQ(explanation.cells[1].people_added(), 1);
    EXPECT_EQ(explanation.cells[2].part, 2);  // no hazard
    EXPECT_EQ(explanation.cells[2].col, 2);
    EXPECT_EQ(explanation.parts[0].people, People(1));
    EXPECT_EQ(explanation.parts[1].people, People(1));
    EXPECT_EQ(explanation.parts[2].people, People(4));
    EXPECT_TRUE(std::isnan(explanation.cells[0].value));
}

}  // namespace
}  // namespace papar
