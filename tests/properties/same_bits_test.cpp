// Law: threads, order of blocks and cutting into blocks of the same tiles change no bit of any figure.
#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <bit>
#include <cmath>
#include <numbers>

namespace papar {
namespace {

// Every figure as integers and bit patterns.
std::vector<__int128> bits_of(const OverlayResult& result) {
    std::vector<__int128> all;
    const auto add = [&](const Figures& f) {
        all.push_back(f.people.units());
        all.push_back(f.area.units());
    };
    for (const ZoneFigures& zone : result.zones) {
        all.insert(all.end(),
                   {zone.people.units(), zone.area.units(), zone.area_outside.units(), zone.area_no_population.units(),
                    zone.people_any_hazard.units(), zone.cells, zone.hazards});
        for (const HazardFigures& hazard : zone.by_hazard) {
            for (const Figures& figures : hazard.classes) {
                add(figures);
            }
            add(hazard.no_hazard);
            add(hazard.no_data);
            for (const People& people : hazard.histogram) {
                all.push_back(people.units());
            }
            for (const auto& value : {hazard.mean(), hazard.max}) {
                all.push_back(value ? std::bit_cast<std::int64_t>(*value) : -1);
            }
        }
    }
    all.insert(all.end(), {result.balance.in_raster.units(), result.balance.in_zones.units(),
                           result.balance.outside_zones.units(), result.balance.counted_twice.units()});
    return all;
}

test::SmallOverlay random_overlay(std::uint64_t seed) {
    test::Random random(seed);
    const auto uniform = [&](double low, double high) { return test::uniform(random, low, high); };
    const Grid grid{100, -5, 0.01, 0.01, 150, 130};
    std::vector<Shape> shapes;
    for (int k = 0; k < 20; ++k) {
        test::RingPoints ring;
        const double x = uniform(99.9, 101.6);
        const double y = uniform(-6.4, -4.9);
        for (int i = 0; i < 40; ++i) {
            const double angle = 2 * std::numbers::pi * i / 40;
            const double r = uniform(.1, .5);
            ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
        }
        shapes.push_back(test::shape_of({{ring}}));
    }
    const auto cells = [&](double empty) {
        std::vector<double> values;
        for (std::int64_t i = 0; i < grid.cols * grid.rows; ++i) {
            values.push_back(uniform(0, 1) < empty ? test::none : uniform(0, 1));
        }
        return values;
    };
    return test::SmallOverlay(test::layer_of(std::move(shapes)))
        .tiles(16)
        .population(grid, cells(.1))
        .hazard(grid, cells(.5))
        .hazard(grid, cells(.2), test::thirds(), CellType::float64);
}

TEST(SameBits, ForAnyNumberOfThreads) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const test::SmallOverlay small = random_overlay(seed);
        std::vector<__int128> first;
        for (const int threads : {1, 2, 3, 7}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                            static_cast<std::size_t>(threads));
            const std::vector<__int128> bits = tbb::task_arena(threads).execute([&] { return bits_of(small.run()); });
            if (first.empty()) {
                first = bits;
            }
            EXPECT_TRUE(bits == first) << "seed " << seed << ", " << threads << " threads";
        }
    }
}

TEST(Balance, ClosesOnRandomOverlaps) {
    for (std::uint64_t seed = 11; seed <= 30; ++seed) {
        const OverlayResult result = random_overlay(seed).run();  // an open balance would throw
        EXPECT_LE(std::abs(result.balance.residual()), balance_tolerance) << "seed " << seed;
        EXPECT_GT(result.balance.counted_twice.value(), 0) << "seed " << seed;
    }
}

}  // namespace
}  // namespace papar
