#include "engine/overlay/overlay.hpp"

#include "engine/base/error.hpp"

#include "tests/support/overlay_input.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace papar {
namespace {

using test::layer_of;
using test::none;
using test::rectangle;
using test::shape_of;
using test::SmallOverlay;
using ::testing::HasSubstr;

const Grid four_by_two{0, 2, 1, 1, 4, 2};

// people        hazard              zone: x 0.5..3.5, y 0..1.5, so fractions
//  1  2  3  4    0.1  0.51 0.9  nan   .25 .5 .5 .25
//  5  6  7  8    0    0.2  nan  0.7   .5  1  1  .5
SmallOverlay worked_example() {
    return SmallOverlay(layer_of({shape_of({{rectangle(0.5, 0, 3.5, 1.5)}})}))
        .population(four_by_two, {1, 2, 3, 4, 5, 6, 7, 8})
        .hazard(four_by_two, {.1, .51, .9, none, 0, .2, none, .7});
}

TEST(Overlay, WorkedExample) {
    const OverlayResult result = worked_example().run();
    ASSERT_EQ(result.zones.size(), 1U);
    const ZoneFigures& zone = result.zones[0];
    // .25*1 + .5*2 + .5*3 + .25*4 + .5*5 + 6 + 7 + .5*8 = 0.25+1+1.5+1+2.5+6+7+4
    EXPECT_DOUBLE_EQ(zone.people.value(), 23.25);
    EXPECT_DOUBLE_EQ(zone.area.value(), 4.5);  // 3 x 1.5
    EXPECT_EQ(zone.cells, 8);
    const HazardFigures& hazard = zone.by_hazard[0];
    // rendah: 0.1 and 0.2: .25*1 + 6; area .25 + 1
    EXPECT_DOUBLE_EQ(hazard.classes[0].people.value(), 6.25);
    EXPECT_DOUBLE_EQ(hazard.classes[0].area.value(), 1.25);
    // sedang: 0.51: .5*2; area .5
    EXPECT_DOUBLE_EQ(hazard.classes[1].people.value(), 1.0);
    EXPECT_DOUBLE_EQ(hazard.classes[1].area.value(), 0.5);
    // tinggi: 0.9 and 0.7: .5*3 + .5*8; area .5 + .5
    EXPECT_DOUBLE_EQ(hazard.classes[2].people.value(), 5.5);
    EXPECT_DOUBLE_EQ(hazard.classes[2].area.value(), 1.0);
    // no hazard: the 0: .5*5; no data: .25*4 + 7
    EXPECT_DOUBLE_EQ(hazard.no_hazard.people.value(), 2.5);
    EXPECT_DOUBLE_EQ(hazard.no_data.people.value(), 8.0);
    EXPECT_DOUBLE_EQ(hazard.no_data.area.value(), 1.25);
    EXPECT_EQ(hazard.cells, 6);
    // (.25*.1 + .5*.51 + .5*.9 + .5*0 + .2 + .5*.7) / (.25 + .5 + .5 + .5 + 1 + .5) = 1.28 / 3.25, cells as float32
    EXPECT_NEAR(hazard.mean().value(), 1.28 / 3.25, 1e-7);
    EXPECT_FLOAT_EQ(static_cast<float>(hazard.max.value()), 0.9F);
    EXPECT_DOUBLE_EQ(zone.people_any_hazard.value(), 12.75);
    EXPECT_EQ(zone.hazards, 1);
    // outside: .75*1 + .5*2 + .5*3 + .75*4 + .5*5 + .5*8 = 36 - 23.25
    EXPECT_DOUBLE_EQ(result.balance.in_raster.value(), 36);
    EXPECT_DOUBLE_EQ(result.balance.outside_zones.value(), 12.75);
    EXPECT_DOUBLE_EQ(result.balance.counted_twice.value(), 0);
}

TEST(Overlay, PeopleInCellsShiftedByAThird) {
    // people: 30 in [-1/3, 2/3), 60 in [2/3, 5/3), 90 in [5/3, 8/3); hazard: 0.2 in [0, 1), 0.9 in [1, 2).
    // zone: x 0.5 to 2.5, all of the row.
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0.5, 0, 2.5, 1)}})}))
                                     .population({-1.0 / 3, 1, 1, 1, 3, 1}, {30, 60, 90})
                                     .hazard({0, 1, 1, 1, 2, 1}, {.2, .9})
                                     .run();
    const ZoneFigures& zone = result.zones[0];
    // rendah, [0.5, 1): 1/6 of 30 and 1/3 of 60
    EXPECT_NEAR(zone.by_hazard[0].classes[0].people.value(), 25, 1e-9);
    // tinggi, [1, 2): 2/3 of 60 and 1/3 of 90
    EXPECT_NEAR(zone.by_hazard[0].classes[2].people.value(), 70, 1e-9);
    // no data, [2, 2.5): half of 90
    EXPECT_NEAR(zone.by_hazard[0].no_data.people.value(), 45, 1e-9);
    EXPECT_NEAR(zone.people.value(), 140, 1e-9);
    EXPECT_NEAR(zone.area.value(), 2, 1e-9);
    // half a cell of 0.2 and a whole one of 0.9, as float32
    EXPECT_NEAR(zone.by_hazard[0].mean().value(), (.5 * .2 + .9) / 1.5, 1e-7);
    EXPECT_NEAR(result.balance.in_raster.value(), 180, 1e-9);
    EXPECT_NEAR(result.balance.outside_zones.value(), 40, 1e-9);  // 30 - 5 and 90 x 1/6
}

TEST(Overlay, HistogramBinsAddUpToTheirClass) {
    const OverlayResult result = worked_example().run();
    const HazardFigures& hazard = result.zones[0].by_hazard[0];
    ASSERT_EQ(hazard.histogram.size(), 3 * bins_per_class);
    for (std::size_t c = 0; c < 3; ++c) {
        People sum;
        for (std::size_t bin = 0; bin < bins_per_class; ++bin) {
            sum += hazard.histogram[c * bins_per_class + bin];
        }
        EXPECT_DOUBLE_EQ(sum.value(), hazard.classes[c].people.value()) << "class " << c;
    }
    // (0.51 - 1/3) * 96 bins a unit = 16.96: bin 16 of the middle class.
    EXPECT_DOUBLE_EQ(hazard.histogram[bins_per_class + 16].value(), 1.0);
}

TEST(Overlay, PeopleInSeveralHazardsCountOnce) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
                                     .population(four_by_two, {1, 2, 4, 8, 16, 32, 64, 128})
                                     .hazard(four_by_two, {1, 1, 0, none, 0, 0, 0, 0})
                                     .hazard(four_by_two, {0, 1, 1, none, 0, 0, 0, 0})
                                     .hazard(four_by_two, {0, 0, 0, 0, 0, 0, 0, 0})
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].people_any_hazard.value(), 7);  // 1 + 2 + 4
    EXPECT_EQ(result.zones[0].hazards, 2);
}

TEST(Overlay, ValuesOnABreak) {
    const Grid grid{0, 1, 1, 1, 5, 1};
    const std::vector<double> depth{0.75, 0.7500005, 0.750002, 1.5, 1.6};
    HazardClasses classes{HazardKind::quantity, 0, {0.75, 1.5}, OnBreak::lower, {}, {"a", "b", "c"}};
    for (const CellType type : {CellType::float32, CellType::float64}) {
        const auto people_in = [&](OnBreak rule) {
            classes.on_break = rule;
            const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 5, 1)}})}))
                                             .population(grid, {1, 2, 4, 8, 16})
                                             .hazard(grid, depth, classes, type)
                                             .run();
            std::vector<double> people;
            for (const Figures& figures : result.zones[0].by_hazard[0].classes) {
                people.push_back(figures.people.value());
            }
            return people;
        };
        // Within 1e-6 of a break is on the break: 0.7500005 is, 0.750002 is not.
        EXPECT_EQ(people_in(OnBreak::lower), (std::vector<double>{3, 12, 16}));
        EXPECT_EQ(people_in(OnBreak::upper), (std::vector<double>{0, 7, 24}));
    }
}

TEST(Overlay, AThirdInSinglePrecisionIsOnTheBreak) {
    const Grid grid{0, 1, 1, 1, 2, 1};
    // float(1/3) = 0.33333334 and float(2/3) = 0.6666667 lie above the exact thirds.
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 2, 1)}})}))
                                     .population(grid, {1, 2})
                                     .hazard(grid, {1.0 / 3.0, 2.0 / 3.0})
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[0].people.value(), 1);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[1].people.value(), 2);
}

TEST(Overlay, ClassCodes) {
    const Grid grid{0, 1, 1, 1, 5, 1};
    const HazardClasses codes{HazardKind::classes, 0, {}, OnBreak::lower, {1, 2, 5}, {"a", "b", "c"}};
    const auto run = [&](double last) {
        return SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 5, 1)}})}))
            .population(grid, {1, 2, 4, 8, 16})
            .hazard(grid, {0, 1, 2, 5, last}, codes)
            .run();
    };
    const HazardFigures figures = run(none).zones[0].by_hazard[0];
    EXPECT_DOUBLE_EQ(figures.no_hazard.people.value(), 1);
    EXPECT_DOUBLE_EQ(figures.classes[0].people.value(), 2);
    EXPECT_DOUBLE_EQ(figures.classes[1].people.value(), 4);
    EXPECT_DOUBLE_EQ(figures.classes[2].people.value(), 8);
    EXPECT_DOUBLE_EQ(figures.no_data.people.value(), 16);
    try {
        (void)run(4);
        FAIL() << "code 4 is not in the study";
    } catch (const Error& refused) {
        EXPECT_EQ(refused.kind(), ErrorKind::input);
        EXPECT_THAT(refused.what(), HasSubstr("class code 4 in the cell at x 4.5, y 0.5"));
    }
}

TEST(Overlay, NegativePeopleAreRefused) {
    try {
        (void)SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
            .population(four_by_two, {1, 2, 3, 4, 5, 6, -7, 8})
            .hazard(four_by_two, std::vector<double>(8, 1))
            .run();
        FAIL();
    } catch (const Error& refused) {
        EXPECT_EQ(refused.kind(), ErrorKind::input);
        EXPECT_THAT(refused.what(), HasSubstr("-7 people in the cell at x 2.5, y 0.5"));
    }
}

TEST(Overlay, NoPopulationDataIsNobodyButHasArea) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
                                     .population(four_by_two, {1, none, 3, 4, none, 6, 7, 8})
                                     .hazard(four_by_two, std::vector<double>(8, .5))
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].people.value(), 29);
    EXPECT_DOUBLE_EQ(result.zones[0].area_no_population.value(), 2);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[1].area.value(), 8);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[1].people.value(), 29);
}

TEST(Overlay, FinerHazardSharesTheCoarsePeople) {
    // Two population cells of 2 x 2; the hazard has eight cells of 1 x 1. The zone is the west column of cells.
    const Grid coarse{0, 2, 2, 2, 2, 1};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 1, 2)}})}))
                                     .population(coarse, {100, 4})
                                     .hazard(four_by_two, {1, 0, 0, 0, .2, 0, 0, 0})
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].people.value(), 50);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[2].people.value(), 25);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[0].people.value(), 25);
    EXPECT_DOUBLE_EQ(result.balance.in_raster.value(), 104);
}

TEST(Overlay, NinthsOfACountAddUp) {
    // 3 x 3 nesting in single precision: a ninth of 100 is no float32, the total must still be 100.
    const Grid coarse{0, 3, 3, 3, 1, 1};
    const Grid fine{0, 3, 1, 1, 3, 3};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 3, 3)}})}))
                                     .population(coarse, {100})
                                     .hazard(fine, std::vector<double>(9, 1))
                                     .run();
    EXPECT_NEAR(result.zones[0].people.value(), 100, 1e-9);
}

TEST(Overlay, CoarserHazardHoldsInAllItsCells) {
    const Grid coarse{0, 2, 2, 2, 2, 1};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
                                     .population(four_by_two, {1, 2, 4, 8, 16, 32, 64, 128})
                                     .hazard(coarse, {.1, .9})
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[0].people.value(), 1 + 2 + 16 + 32);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[2].people.value(), 4 + 8 + 64 + 128);
}

TEST(Overlay, SmallerHazardRasterLeavesPeopleWithoutHazardData) {
    const Grid west{0, 2, 1, 1, 2, 2};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
                                     .population(four_by_two, {1, 2, 4, 8, 16, 32, 64, 128})
                                     .hazard(west, {1, 1, 1, 1})
                                     .run();
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].classes[2].people.value(), 51);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].no_data.people.value(), 204);
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].no_data.area.value(), 4);
}

TEST(Overlay, DensityBecomesPeopleByTrueArea) {
    // 5 per hectare in cells of 1 m2: 5e-4 people a cell; 8 cells.
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
            .population(four_by_two, std::vector<double>(8, 5), CellType::float32, PopulationUnit::per_hectare)
            .hazard(four_by_two, std::vector<double>(8, 1))
            .run();
    EXPECT_NEAR(result.zones[0].people.value(), 4e-3, 1e-9);
}

TEST(Overlay, ZoneOutsideTheRastersHasZerosAndAFinding) {
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{rectangle(10, 0, 12, 2)}}), shape_of({{rectangle(3, 0, 6, 1)}})}))
            .population(four_by_two, std::vector<double>(8, 1))
            .hazard(four_by_two, std::vector<double>(8, 1))
            .run();
    EXPECT_EQ(result.zones[0].cells, 0);
    EXPECT_DOUBLE_EQ(result.zones[0].people.value(), 0);
    EXPECT_DOUBLE_EQ(result.zones[0].area.value(), 4);
    EXPECT_DOUBLE_EQ(result.zones[0].area_outside.value(), 4);
    EXPECT_DOUBLE_EQ(result.zones[1].people.value(), 1);
    EXPECT_DOUBLE_EQ(result.zones[1].area_outside.value(), 2);
    ASSERT_EQ(result.findings.size(), 2U);
    EXPECT_EQ(result.findings[0].id, "zones.outside_rasters");
    EXPECT_EQ(result.findings[1].id, "zones.partly_outside_rasters");
}

TEST(Overlay, OverlappingZonesAreCountedTwiceAndReported) {
    const OverlayResult result =
        SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 3, 2)}}), shape_of({{rectangle(2, 0, 4, 2)}})}))
            .population(four_by_two, {1, 2, 3, 4, 5, 6, 7, 8})
            .hazard(four_by_two, std::vector<double>(8, 1))
            .run();
    EXPECT_DOUBLE_EQ(result.balance.counted_twice.value(), 10);  // 3 + 7
    EXPECT_DOUBLE_EQ(result.balance.in_zones.value(), 46);
    EXPECT_DOUBLE_EQ(result.balance.outside_zones.value(), 0);
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].id, "zones.overlap");
    EXPECT_THAT(result.findings[0].sentence, HasSubstr("1 Zone 1 / 2 Zone 2"));
}

TEST(Overlay, HazardWithoutAnyDataIsAFinding) {
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 4, 2)}})}))
                                     .population(four_by_two, std::vector<double>(8, 1))
                                     .hazard(four_by_two, std::vector<double>(8, none))
                                     .run();
    EXPECT_FALSE(result.zones[0].by_hazard[0].mean().has_value());
    EXPECT_DOUBLE_EQ(result.zones[0].by_hazard[0].no_data.people.value(), 8);
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].id, "hazard.no_data");
}

TEST(Overlay, SinglePrecisionCellsAreSummedInDouble) {
    // 4,000,000 cells of float(0.37) = 0.37000000476837158: 1,480,000.0190734863 people. Summed in single precision it
    // would stop near 1,480,000 with an error of hundreds.
    const Grid grid{0, 2000, 1, 1, 2000, 2000};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 2000, 2000)}})}))
                                     .tiles(512)
                                     .population(grid, std::vector<double>(4'000'000, 0.37))
                                     .hazard(grid, std::vector<double>(4'000'000, 1))
                                     .run();
    EXPECT_NEAR(result.zones[0].people.value(), 1480000.0190734863, 1e-6);
    EXPECT_EQ(result.zones[0].cells, 4'000'000);
}

TEST(Overlay, ACellTouchedByAHairIsNotTouched) {
    // 1e-9 of the second column: its area counts, its value makes no maximum.
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 1 + 1e-9, 2)}})}))
                                     .population(four_by_two, std::vector<double>(8, 1))
                                     .hazard(four_by_two, {.1, .9, 0, 0, .1, .9, 0, 0})
                                     .run();
    EXPECT_EQ(result.zones[0].cells, 2);
    EXPECT_FLOAT_EQ(static_cast<float>(result.zones[0].by_hazard[0].max.value()), 0.1F);
}

TEST(Overlay, ManyClassesUseTheSameRules) {
    // Seven classes go another way through the kernel than three; 64 cells so that whole groups are summed.
    const Grid grid{0, 1, 1, 1, 64, 1};
    std::vector<double> depth;
    for (int i = 0; i < 64; ++i) {
        depth.push_back(i / 8);  // 0 .. 7, eight cells each
    }
    const HazardClasses classes{HazardKind::quantity, 0,  {1, 2, 3, 4, 5, 6},
                                OnBreak::lower,       {}, {"1", "2", "3", "4", "5", "6", "7"}};
    const OverlayResult result = SmallOverlay(layer_of({shape_of({{rectangle(0, 0, 64, 1)}})}))
                                     .population(grid, std::vector<double>(64, 2))
                                     .hazard(grid, depth, classes)
                                     .run();
    const HazardFigures& figures = result.zones[0].by_hazard[0];
    EXPECT_DOUBLE_EQ(figures.no_hazard.people.value(), 16);
    for (std::size_t c = 0; c < 7; ++c) {
        EXPECT_DOUBLE_EQ(figures.classes[c].people.value(), 16) << "class " << c;
        EXPECT_DOUBLE_EQ(figures.classes[c].area.value(), 8) << "class " << c;
    }
}

TEST(Overlay, StopsWhenAsked) {
    const SmallOverlay small = worked_example();
    const OverlayInput input = small.input();
    try {
        (void)overlay(input, [](const Progress&) { return false; });
        FAIL();
    } catch (const Error& stopped) {
        EXPECT_EQ(stopped.kind(), ErrorKind::interrupted);
    }
}

}  // namespace
}  // namespace papar
