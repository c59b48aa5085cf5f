// The national kecamatan layer, invalid polygons and all; skipped where the data is absent.
#include "engine/io/zones_file.hpp"

#include "tests/tiles/tile_laws.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <filesystem>
#include <iostream>
#include <set>

namespace papar {
namespace {

TEST(VectorNational, NoZoomMakesGapsOverlapsOrWrongRings) {
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
    const ZonesRead read = read_zones(input, "EPSG:4326", Grid{95, 7, 0.01, 0.01, 4700, 1900});
    std::vector<const Shape*> refs;
    for (const Zone& zone : read.layer.zones) {
        refs.push_back(&zone.shape);
    }
    const SharedSegments shared = shared_segments(refs, MapCoordinates::degrees);
    const int deepest = std::getenv("PAPAR_DEEP_TILES") != nullptr ? 10 : 8;
    for (int zoom = 4; zoom <= deepest; ++zoom) {
        const VectorZoom content = vector_zoom(shared, zoom, 1.5);
        std::vector<TileContent> tiles;
        visit_tiles(content, {}, zoom, [&](TileContent tile) { tiles.push_back(std::move(tile)); });
        std::vector<test::TileFacts> facts(tiles.size());
        std::vector<std::size_t> stray(tiles.size());
        tbb::parallel_for(std::size_t{0}, tiles.size(), [&](std::size_t i) {
            facts[i] = test::facts_of(tile_polygons(tiles[i].features, tiles[i].x, tiles[i].y, stray[i]));
        });
        std::int64_t sum = 0, covered = 0;
        std::size_t invalid = 0, strays = content.stray_holes;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            sum += facts[i].twice_sum;
            covered += facts[i].twice_union;
            strays += stray[i];
            invalid += facts[i].invalid.size();
            EXPECT_THAT(facts[i].invalid, testing::IsEmpty())
                << "tile " << zoom << "/" << tiles[i].x << "/" << tiles[i].y;
        }
        std::cout << "zoom " << zoom << ": " << tiles.size() << " tiles, " << content.points << " points, "
                  << content.points_left << " after; " << content.collapsed_rings << " rings and "
                  << content.collapsed_features.size() << " features collapsed; invalid " << invalid << ", stray holes "
                  << strays << ", overlap " << double(sum - covered) / double(covered) << " of the area\n";
        EXPECT_EQ(strays, 0U);
    }
}

}  // namespace
}  // namespace papar
