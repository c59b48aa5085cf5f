// Laws on random partitions: in every tile of every zoom polygons are valid, overlap nowhere and leave no gap.
#include "tests/support/mesh.hpp"
#include "tests/tiles/tile_laws.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace papar {
namespace {

using test::Random;
using test::uniform;

TEST(VectorLaws, PartitionsStayPartitionsInEveryTile) {
    std::size_t tiles = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Random random(seed);
        Grid grid{uniform(random, 95, 140), uniform(random, -10, 6), 0, 0, 10, 10};
        grid.dx = uniform(random, 1e-3, 0.2);
        grid.dy = uniform(random, 1e-3, 0.2);
        const int n = 1 + static_cast<int>(random() % 12);
        const test::Mesh mesh(grid, n, random);
        std::vector<Shape> shapes;
        for (int j = 0; j < n; ++j) {
            for (int i = 0; i < n; ++i) {
                shapes.push_back(mesh.quad(i, j, random() % 2 == 0));
            }
        }
        // The outline of all: a layer above, which shares borders with the zones but not their vertices.
        const auto outline = static_cast<std::uint32_t>(shapes.size());
        shapes.push_back(test::shape_of({{test::rectangle(grid.x_of(0), grid.y_of(double(grid.rows)),
                                                          grid.x_of(double(grid.cols)), grid.y_of(0))}}));
        std::vector<const Shape*> refs;
        for (const Shape& shape : shapes) {
            refs.push_back(&shape);
        }
        const SharedSegments shared = shared_segments(refs, MapCoordinates::degrees);
        for (int zoom = 0; zoom <= 11; zoom += 1 + static_cast<int>(seed % 2)) {
            const VectorZoom content = vector_zoom(shared, zoom, seed % 3 == 0 ? 20 : 1.5);
            EXPECT_EQ(content.stray_holes, 0U);
            visit_tiles(content, {}, zoom, [&](const TileContent& tile) {
                std::size_t stray = 0;
                auto polygons = tile_polygons(tile.features, tile.x, tile.y, stray);
                ++tiles;
                if (polygons.empty()) {
                    return;
                }
                ASSERT_EQ(polygons.back().feature, outline);
                const test::TileFacts all = test::facts_of(polygons);
                const test::TileFacts above = test::facts_of({polygons.back()});
                polygons.pop_back();
                const test::TileFacts facts = test::facts_of(polygons);
                EXPECT_EQ(facts.twice_sum, above.twice_sum) << "seed " << seed << " zoom " << zoom;
                EXPECT_EQ(facts.twice_union, above.twice_sum) << "seed " << seed << " zoom " << zoom;
                EXPECT_EQ(all.twice_union, above.twice_sum) << "seed " << seed << " zoom " << zoom;
                EXPECT_THAT(facts.invalid, testing::IsEmpty()) << "seed " << seed << " zoom " << zoom;
                EXPECT_EQ(stray, 0U);
            });
        }
    }
    EXPECT_GT(tiles, 1000U);
}

// The order of PMTiles by the algorithm of its specification.
std::uint64_t hilbert(std::uint32_t x, std::uint32_t y, int zoom) {
    std::uint64_t d = 0;
    for (std::uint32_t s = (1U << static_cast<unsigned>(zoom)) / 2; s > 0; s /= 2) {
        const std::uint32_t rx = (x & s) > 0, ry = (y & s) > 0;
        d += std::uint64_t{s} * s * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = s - 1 - (x & (s - 1));
                y = s - 1 - (y & (s - 1));
            }
            std::swap(x, y);
        }
    }
    return d;
}

TEST(VectorLaws, TilesComeAlongTheHilbertCurve) {
    VectorZoom world;
    const GridRing square{{0, 0}, {4096 * 32, 0}, {4096 * 32, 4096 * 32}, {0, 4096 * 32}};
    world.features.push_back(std::make_shared<FeatureRings>(0, std::vector<GridRing>{square}));
    std::vector<std::uint64_t> order;
    visit_tiles(world, {}, 5, [&](const TileContent& tile) { order.push_back(hilbert(tile.x, tile.y, 5)); });
    ASSERT_EQ(order.size(), 1024U);
    for (std::uint64_t i = 0; i < order.size(); ++i) {
        ASSERT_EQ(order[i], i);
    }
}

}  // namespace
}  // namespace papar
