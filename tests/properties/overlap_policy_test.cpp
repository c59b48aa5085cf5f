// Laws of the policies on overlaps, on random zones that overlap in every way.
#include "engine/io/cut_overlaps.hpp"
#include "engine/overlay/people_in_shapes.hpp"

#include "tests/support/coverage_matrix.hpp"
#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

namespace papar {
namespace {

const Grid grid{0, 40, 1, 1, 40, 40};
constexpr std::uint64_t seed = 20261125;

Shape triangle(test::Random& random) {
    const auto coordinate = [&] { return test::uniform(random, 0, 40); };
    return test::shape_of(
        {{{{coordinate(), coordinate()}, {coordinate(), coordinate()}, {coordinate(), coordinate()}}}});
}

class OverlapPolicies : public testing::TestWithParam<int> {
protected:
    void SetUp() override {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        test::Random random(seed + static_cast<std::uint64_t>(GetParam()));
        std::vector<Shape> shapes;
        for (int i = 0; i < 12; ++i) {
            shapes.push_back(triangle(random));
        }
        layer = test::layer_of(std::move(shapes));
        std::vector<double> people;
        std::vector<double> index;
        for (std::int64_t cell = 0; cell < grid.cols * grid.rows; ++cell) {
            people.push_back(test::uniform(random, 0, 100));
            index.push_back(std::max(0.0, test::uniform(random, -0.2, 1)));
        }
        overlay_of = std::make_unique<test::SmallOverlay>(layer);
        overlay_of->tiles(16).population(grid, people).hazard(grid, index);
        overlaps = zone_overlaps(layer, open_edges(layer));
    }

    [[nodiscard]] OverlayResult run(OverlapPolicy policy) const {
        const ZoneParts parts = cut_overlaps(layer, overlaps, policy);
        OverlayInput input = overlay_of->input();
        input.parts = &parts;
        return overlay(input, {});
    }

    ZoneLayer layer;
    std::unique_ptr<test::SmallOverlay> overlay_of;
    std::vector<ZoneOverlap> overlaps;
};

// What the four sums of a balance may differ by: in each of the 1600 cells the fractions of at most 12 zones with some
// edges each are off by less than 1e-7 cell (coverage_error_bound of 50 edges), and a cell holds at most 100 people.
constexpr double allowance = 1600 * 100 * 1e-7;

TEST_P(OverlapPolicies, EverybodyInSomeZoneCountsOnce) {
    const OverlayResult report = overlay_of->run();
    const double covered = report.balance.in_zones.value() - report.balance.counted_twice.value();
    ASSERT_GT(report.balance.counted_twice.value(), 100);
    for (const OverlapPolicy policy : {OverlapPolicy::first, OverlapPolicy::last, OverlapPolicy::split}) {
        const OverlayResult result = run(policy);
        EXPECT_NEAR(result.balance.counted_twice.value(), 0, allowance);
        EXPECT_NEAR(result.balance.outside_zones.value(),
                    report.balance.in_raster.value() - result.balance.in_zones.value(), allowance);
        People sum;
        for (const ZoneFigures& zone : result.zones) {
            sum += zone.people;
        }
        EXPECT_TRUE(sum == result.balance.in_zones);  // to the unit of 1e-9 person
        // An overlap in a cell that is not full hides in the balance of `report`, but not here.
        EXPECT_LE(result.balance.in_zones.value(), covered + allowance);
    }
}

TEST_P(OverlapPolicies, AllExclusivePoliciesCoverTheSame) {
    const double first = run(OverlapPolicy::first).balance.in_zones.value();
    EXPECT_NEAR(run(OverlapPolicy::last).balance.in_zones.value(), first, allowance);
    EXPECT_NEAR(run(OverlapPolicy::split).balance.in_zones.value(), first, allowance);
}

TEST_P(OverlapPolicies, SplitGivesAPairTheMeanOfFirstAndLast) {
    ZoneLayer two = layer;
    two.zones.resize(2);
    const auto people = [&](OverlapPolicy policy, std::size_t zone) {
        const ZoneParts parts = cut_overlaps(two, zone_overlaps(two, open_edges(two)), policy);
        const OverlayInput input = overlay_of->input();
        const OverlayInput pair{input.grid, input.cell_area, input.population, input.hazards, two, &parts};
        return overlay(pair, {}).zones[zone].people.value();
    };
    for (const std::size_t zone : {0U, 1U}) {
        EXPECT_NEAR(people(OverlapPolicy::split, zone),
                    (people(OverlapPolicy::first, zone) + people(OverlapPolicy::last, zone)) / 2, allowance);
    }
}

TEST_P(OverlapPolicies, PeopleInAnOverlapAreCountedTwiceInAPair) {
    ZoneLayer two = layer;
    two.zones.resize(2);
    ZoneLayer shared;
    for (const ZoneOverlap& overlap : zone_overlaps(two, open_edges(two))) {
        shared.zones.push_back({"", "", overlap.shape});
    }
    People in_overlap;
    for (const People& people : people_in_shapes(overlay_of->input(), shared, {})) {
        in_overlap += people;
    }
    const ZoneParts whole = cut_overlaps(two, zone_overlaps(two, open_edges(two)), OverlapPolicy::first);
    const OverlayInput input = overlay_of->input();
    const OverlayInput pair{input.grid, input.cell_area, input.population, input.hazards, two, nullptr};
    const OverlayInput cut{input.grid, input.cell_area, input.population, input.hazards, two, &whole};
    EXPECT_NEAR(overlay(pair, {}).balance.in_zones.value() - overlay(cut, {}).balance.in_zones.value(),
                in_overlap.value(), allowance);
}

// The parts cover no cell more than once, but for the rounding of fractions.
TEST_P(OverlapPolicies, PartsCoverNoCellTwice) {
    for (const OverlapPolicy policy : {OverlapPolicy::first, OverlapPolicy::split}) {
        const ZoneParts parts = cut_overlaps(layer, overlaps, policy);
        const test::Coverage coverage = test::coverage_of(parts.layer, grid);
        std::vector<std::int64_t> sums(static_cast<std::size_t>(grid.cols * grid.rows), 0);
        for (const std::vector<std::int64_t>& zone : coverage.zones) {
            for (std::size_t cell = 0; cell < sums.size(); ++cell) {
                sums[cell] += zone[cell];
            }
        }
        constexpr std::int64_t edges_in_a_cell = 50;
        const auto bound = static_cast<std::int64_t>(coverage_error_bound(edges_in_a_cell) * full_cell);
        EXPECT_LE(*std::max_element(sums.begin(), sums.end()), full_cell + bound);
    }
}

TEST_P(OverlapPolicies, TheSameBitsForAnyNumberOfThreads) {
    const auto on = [&](int threads) {
        return tbb::task_arena(threads).execute([&] { return run(OverlapPolicy::split); });
    };
    const OverlayResult one = on(1);
    const OverlayResult four = on(4);
    for (std::size_t zone = 0; zone < one.zones.size(); ++zone) {
        EXPECT_TRUE(one.zones[zone].people == four.zones[zone].people);
        EXPECT_TRUE(one.zones[zone].area == four.zones[zone].area);
        EXPECT_EQ(one.zones[zone].by_hazard[0].mean(), four.zones[zone].by_hazard[0].mean());
    }
}

INSTANTIATE_TEST_SUITE_P(Random, OverlapPolicies, testing::Range(0, 6));

}  // namespace
}  // namespace papar
