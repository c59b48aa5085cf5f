// The national kecamatan layer, invalid polygons, overlaps and all; skipped where the data is absent.
#include "engine/io/cut_overlaps.hpp"
#include "engine/io/geos_union.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/zones/open_edges.hpp"

#include "tests/tiles/tile_laws.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace papar {
namespace {

class VectorNational : public testing::Test {
protected:
    void SetUp() override {
        const std::filesystem::path file =
            std::filesystem::path(PAPAR_REAL_DATA) / "national" / "idn_kecamatan_cahyadsn.gpkg";
        if (!std::filesystem::exists(file)) {
            GTEST_SKIP() << "no real data in " << PAPAR_REAL_DATA;
        }
        ZonesInput input;
        input.name = "kecamatan";
        input.path = file;
        input.code_column = "kode";
        input.name_column = "nama";
        layer = read_zones(input, "EPSG:4326", Grid{95, 7, 0.01, 0.01, 4700, 1900}).layer;
    }

    // Zooms 4 to 6, to 10 where PAPAR_DEEP_TILES is set. `outline`: the last shape is the union of the others.
    static void check(const std::vector<const Shape*>& shapes, bool outline) {
        const SharedSegments shared = shared_segments(shapes, MapCoordinates::degrees);
        const int deepest = std::getenv("PAPAR_DEEP_TILES") != nullptr ? 10 : 6;
        for (int zoom = 4; zoom <= deepest; ++zoom) {
            const VectorZoom content = vector_zoom(shared, zoom, 1.5);
            std::vector<TileContent> tiles;
            visit_tiles(content, {}, zoom, [&](TileContent tile) { tiles.push_back(std::move(tile)); });
            std::vector<std::size_t> stray(tiles.size());
            std::vector<test::TileFacts> facts(tiles.size()), above(tiles.size());
            tbb::parallel_for(std::size_t{0}, tiles.size(), [&](std::size_t i) {
                auto polygons = tile_polygons(tiles[i].features, tiles[i].x, tiles[i].y, stray[i]);
                if (outline && !polygons.empty()) {
                    above[i] = test::facts_of({polygons.back()});
                    polygons.pop_back();
                }
                facts[i] = test::facts_of(polygons);
            });
            std::int64_t sum = 0, covered = 0;
            for (std::size_t i = 0; i < tiles.size(); ++i) {
                const std::string tile = fmt::format("tile {}/{}/{}", zoom, tiles[i].x, tiles[i].y);
                sum += facts[i].twice_sum;
                covered += facts[i].twice_union;
                EXPECT_EQ(stray[i], 0U) << tile;
                EXPECT_THAT(facts[i].invalid, testing::IsEmpty()) << tile;
                if (outline) {
                    EXPECT_THAT(above[i].invalid, testing::IsEmpty()) << tile;
                    EXPECT_EQ(facts[i].twice_sum, above[i].twice_sum) << "overlap or gap in " << tile;
                    EXPECT_EQ(facts[i].twice_union, above[i].twice_sum) << "gap in " << tile;
                }
            }
            EXPECT_EQ(content.stray_holes, 0U);
            std::cout << fmt::format(
                "zoom {}: {} tiles; {} points, {} after; {} rings and {} features collapsed; overlaps {:.6f} of the "
                "area\n",
                zoom, tiles.size(), content.points, content.points_left, content.collapsed_rings,
                content.collapsed_features.size(), double(sum - covered) / double(covered));
        }
    }

    ZoneLayer layer;
};

std::vector<const Shape*> shapes_of(const ZoneLayer& layer) {
    std::vector<const Shape*> shapes;
    for (const Zone& zone : layer.zones) {
        if (!zone.shape.empty()) {
            shapes.push_back(&zone.shape);
        }
    }
    return shapes;
}

TEST_F(VectorNational, EveryRingIsRightAtEveryZoom) {
    check(shapes_of(layer), false);
}

// With the overlaps of the input cut, what is left has the union of all as its outline, gaps of the input included:
// tiles add no gap and no overlap, to the last unit.
TEST_F(VectorNational, NoZoomMakesGapsOrOverlaps) {
    const ZoneParts parts = cut_overlaps(layer, zone_overlaps(layer, open_edges(layer)), OverlapPolicy::first);
    std::vector<const Shape*> shapes = shapes_of(parts.layer);
    const Shape outline = united(shapes);
    shapes.push_back(&outline);
    check(shapes, true);
}

}  // namespace
}  // namespace papar
