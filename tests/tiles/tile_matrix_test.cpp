#include "engine/tiles/tile_matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace papar {
namespace {

TEST(TileMatrix, IdsOfThePmtilesSpecification) {
    EXPECT_EQ(tile_id({0, 0, 0}), 0U);
    EXPECT_EQ(tile_id({1, 0, 0}), 1U);
    EXPECT_EQ(tile_id({1, 0, 1}), 2U);
    EXPECT_EQ(tile_id({1, 1, 1}), 3U);
    EXPECT_EQ(tile_id({1, 1, 0}), 4U);
    EXPECT_EQ(tile_id({2, 0, 0}), 5U);
    // Section 4.1's example of a deep tile.
    EXPECT_EQ(tile_id({12, 3423, 1763}), 19078479U);
}

TEST(TileMatrix, AnIdLeadsBackToItsTile) {
    // 1 + 4 + ... + 4^5 = 1365 tiles, then the corners of a deep zoom.
    for (std::uint64_t id = 0; id < 1365; ++id) {
        EXPECT_EQ(tile_id(tile_of(id)), id);
    }
    const std::uint32_t last = (1U << 26) - 1;
    for (const Tile& tile : {Tile{26, 0, 0}, Tile{26, last, 0}, Tile{26, 0, last}, Tile{26, last, last}}) {
        EXPECT_EQ(tile_of(tile_id(tile)), tile);
    }
}

TEST(TileMatrix, TheCurveNeverJumpsAndKeepsChildrenTogether) {
    const std::uint64_t first = tile_id({6, 0, 0});
    for (std::uint64_t i = 1; i < 4096; ++i) {
        const Tile a = tile_of(first + i - 1);
        const Tile b = tile_of(first + i);
        const int step = std::abs(static_cast<int>(a.x) - static_cast<int>(b.x)) +
                         std::abs(static_cast<int>(a.y) - static_cast<int>(b.y));
        EXPECT_EQ(step, 1) << i;
        EXPECT_EQ(tile_id(b.parent()), tile_id({5, 0, 0}) + i / 4);
    }
}

TEST(TileMatrix, CornersOfTiles) {
    // Zoom 1, south-east: from 0° to the edge of the square, atan(sinh(pi)) = 85.0511287798066°.
    const LonLatBox box = tile_box({1, 1, 1});
    EXPECT_DOUBLE_EQ(box.west, 0);
    EXPECT_DOUBLE_EQ(box.east, 180);
    EXPECT_DOUBLE_EQ(box.north, 0);
    EXPECT_NEAR(box.south, -85.0511287798066, 1e-12);
    EXPECT_DOUBLE_EQ(tile_side_m(0), 40075016.685578488);  // 2 pi 6378137
}

TEST(TileMatrix, TheTileOfAPoint) {
    // Jakarta, Monas: x = floor((106.8272 + 180) / 360 * 1024) = floor(815.86);
    // y = floor((1 - asinh(tan(-6.1754°)) / pi) / 2 * 1024) = floor(529.60).
    EXPECT_EQ(tile_at({106.8272, -6.1754}, 10), (Tile{10, 815, 529}));
    EXPECT_EQ(tile_at({180, -89}, 3), (Tile{3, 7, 7}));
    EXPECT_EQ(tile_at({-180, 89}, 3), (Tile{3, 0, 0}));
}

TEST(TileMatrix, MetresAndDegreesAreInverse) {
    for (const double lat : {-85.0, -11.9, -0.001, 0.0, 6.0, 60.0}) {
        EXPECT_NEAR(lat_of(mercator_y(lat)), lat, 1e-12);
    }
    EXPECT_NEAR(lon_of(mercator_x(141.02)), 141.02, 1e-12);
}

TEST(TileMatrix, ZoomOfAResolution) {
    // On the equator 256-pixel tiles have 156543.034 m / 2^z: 38.2 m at zoom 12, 19.1 m at 13.
    EXPECT_EQ(zoom_of_resolution(30, 0, 256), 13);
    EXPECT_EQ(zoom_of_resolution(40, 0, 256), 12);
    EXPECT_EQ(zoom_of_resolution(30, 0, 512), 12);
    EXPECT_EQ(zoom_of_resolution(156543.0, 0, 256), 0);
    // At 60° half as large: 19.1 m at zoom 12.
    EXPECT_EQ(zoom_of_resolution(30, 60, 256), 12);
}

}  // namespace
}  // namespace papar
