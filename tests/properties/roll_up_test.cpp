// Law: whatever the zones and their areas, the figures of a level add up to those of the zones, unit for unit; and a
// level's figures are those of any other level with the same zones in it.
#include "engine/overlay/roll_up.hpp"

#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>

#include <array>

namespace papar {
namespace {

using Units = std::vector<__int128>;

// Every additive figure, in units.
Units units_of(const ZoneFigures& zone) {
    Units all{zone.people.units(), zone.area.units(), zone.area_outside.units(), zone.area_no_population.units(),
              zone.people_any_hazard.units()};
    for (const HazardFigures& hazard : zone.by_hazard) {
        std::vector<Figures> parts = hazard.classes;
        parts.insert(parts.end(), {hazard.no_hazard, hazard.no_data});
        for (const Figures& part : parts) {
            all.insert(all.end(), {part.people.units(), part.area.units()});
        }
        all.insert(all.end(), {hazard.value_sum.units(), hazard.fraction_sum.units()});
    }
    return all;
}

Units sum_of(const std::vector<ZoneFigures>& zones) {
    Units sum(units_of(zones.front()).size());
    for (const ZoneFigures& zone : zones) {
        const Units part = units_of(zone);
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += part[i];
        }
    }
    return sum;
}

constexpr std::size_t zones = 40;

// Zones of random boxes, some of them partly outside the rasters, on random cells.
OverlayResult random_result(test::Random& random, ZoneLayer& layer) {
    const auto uniform = [&](double low, double high) { return test::uniform(random, low, high); };
    const Grid grid{0, 30, 1, 1, 40, 30};
    std::vector<Shape> shapes;
    for (std::size_t i = 0; i < zones; ++i) {
        const double west = uniform(-5, 35);
        const double south = uniform(-5, 25);
        shapes.push_back(test::shape_of({{test::rectangle(west, south, west + uniform(1, 9), south + uniform(1, 9))}}));
    }
    layer = test::layer_of(std::move(shapes));
    const auto cells = [&](double highest) {
        std::vector<double> values;
        for (std::int64_t i = 0; i < grid.cols * grid.rows; ++i) {
            values.push_back(uniform(0, 1) < 0.1 ? test::none : uniform(0, highest));
        }
        return values;
    };
    return test::SmallOverlay(layer).population(grid, cells(1000)).hazard(grid, cells(1)).hazard(grid, cells(1)).run();
}

ZoneLevel level_of(std::size_t areas, const std::array<std::uint32_t, zones>& area_of_zone) {
    ZoneLevel level{"l" + std::to_string(areas), "", std::vector<ZoneArea>(areas), {}};
    level.area_of_zone.assign(area_of_zone.begin(), area_of_zone.end());
    return level;
}

TEST(RollUpLaw, LevelsAddUpToTheZones) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        SCOPED_TRACE(seed);
        test::Random random(seed);
        ZoneLayer layer;
        OverlayResult result = random_result(random, layer);
        std::array<std::uint32_t, zones> fine{};
        std::array<std::uint32_t, zones> coarse{};
        for (std::size_t i = 0; i < zones; ++i) {
            fine[i] = static_cast<std::uint32_t>(i < 9 ? i : random() % 9);  // each area has a zone
            coarse[i] = fine[i] / 3;
        }
        layer.levels = {level_of(9, fine), level_of(3, coarse)};
        roll_up(layer, result);
        EXPECT_TRUE(result.findings.empty() || result.findings.back().id != "level.people_in_no_area");
        EXPECT_TRUE(sum_of(result.levels[0]) == sum_of(result.zones));
        for (std::size_t area = 0; area < 3; ++area) {  // kabupaten = its kecamatan
            const auto first = result.levels[0].begin() + static_cast<std::ptrdiff_t>(3 * area);
            EXPECT_TRUE(sum_of({first, first + 3}) == units_of(result.levels[1][area]));
        }
    }
}

}  // namespace
}  // namespace papar
