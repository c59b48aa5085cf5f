#include "engine/tiles/archives.hpp"

#include "engine/base/error.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/raster_pyramid.hpp"
#include "engine/tiles/tile_extent.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/tile_rasters.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <map>
#include <memory>
#include <random>

namespace papar {
namespace {

using test::ScratchFolder;

// The south-eastern quarter of the square in class 2: 64 + 16 + 4 + 1 + 1 tiles of two contents, see
// raster_pyramid_test.
class ArchivesTest : public testing::Test {
protected:
    void SetUp() override {
        const double cell = mercator_half_m / 1024;
        test::make_raster(
            folder / "kelas.tif",
            {1024, 1024, "EPSG:3857", {0, cell, 0, 0, 0, -cell}, GDT_Byte, 255, [](int, int) { return 2; }});
        const ClassRaster raster = test::class_raster(folder / "kelas.tif", {{}, 3});
        PyramidSettings settings;
        settings.shape.max_zoom = 4;
        settings.image.palette.emplace();
        (*settings.image.palette)[0].alpha = 0;
        (*settings.image.palette)[3] = {0xfe, 0xe0, 0x8b, 255};
        tiles = std::make_unique<TileSet>(folder.path());
        build_pyramid(raster, settings, {}, *tiles);
        facts.name = "banjir_bahaya_kelas";
        facts.title = "Kelas bahaya: Banjir";
        facts.attribution = "BPBD <b>Contoh</b> & mitra";
        facts.bounds = lon_lat_box(map_extent(*raster.file));
        facts.max_zoom = 4;
        facts.legend = {{1, "rendah", "#5aae61"}, {2, "sedang", "#fee08b"}, {3, "tinggi", "#d73027"}};
        write_pmtiles(*tiles, facts, folder / "a.pmtiles");
        write_mbtiles(*tiles, facts, folder / "a.mbtiles");
        write_tile_folder(*tiles, facts, folder / "a");
    }

    // Overwrites bytes of the PMTiles and gives what verify says.
    std::vector<std::string> defects_with(std::size_t at, const std::string& bytes) {
        std::string all = read_back(folder / "a.pmtiles");
        all.replace(at, bytes.size(), bytes);
        write_file(folder / "b.pmtiles", all);
        return verify_tiles(folder / "b.pmtiles").defects;
    }

    ScratchFolder folder;
    std::unique_ptr<TileSet> tiles;
    TilesetFacts facts;
};

TEST_F(ArchivesTest, NothingIsWrongWithAnyOfThem) {
    for (const char* name : {"a.pmtiles", "a.mbtiles", "a"}) {
        const TilesReport report = verify_tiles(folder / name);
        EXPECT_THAT(report.defects, testing::IsEmpty()) << name;
        EXPECT_EQ(report.tiles, 86U);
        EXPECT_EQ(report.max_zoom, 4);
    }
}

TEST_F(ArchivesTest, TheHeaderOfThePmtiles) {
    const std::string bytes = read_back(folder / "a.pmtiles");
    const auto header = read_header(std::as_bytes(std::span(bytes)));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->addressed_tiles, 86U);
    EXPECT_EQ(header->contents, 2U);
    // The quarter is the third of four on the curve, at every zoom one run of 1, 4, 16, 64 tiles; and zoom 0.
    EXPECT_EQ(header->entries, 5U);
    EXPECT_EQ(header->clustered, 1);
    EXPECT_EQ(header->south, -850511288);  // 85.0511288 degrees
    EXPECT_EQ(header->east, 1800000000);
    EXPECT_EQ(header->data.end(), bytes.size());
}

TEST_F(ArchivesTest, TheSameBytesInEach) {
    std::map<std::string, std::string> by_place;
    SqliteFile file(folder / "a.mbtiles", SqliteFile::Access::read);
    // TMS rows count from the south: y = 2^z - 1 - row.
    file.each_row(
        "SELECT zoom_level || '/' || tile_column || '/' || ((1 << zoom_level) - 1 - tile_row), tile_data FROM tiles",
        [&](const std::vector<Value>& row) {
            by_place[std::get<std::string>(row[0])] = std::get<std::string>(row[1]);
        });
    ASSERT_EQ(by_place.size(), 86U);
    for (const StoredTile& stored : tiles->tiles()) {
        const Tile tile = tile_of(stored.id);
        const std::string place = fmt::format("{}/{}/{}", tile.zoom, tile.x, tile.y);
        const TileBytes content = tiles->content(stored.content);
        const std::string bytes(reinterpret_cast<const char*>(content.data()), content.size());
        EXPECT_EQ(by_place[place], bytes) << place;
        EXPECT_EQ(read_back(folder / "a" / (place + ".png")), bytes) << place;
    }
    EXPECT_EQ(file.first_value("SELECT count(*) FROM images"), "2");
}

TEST_F(ArchivesTest, GdalReadsTheMbtiles) {
    GDALRegister_PNG();
    RegisterOGRSQLite();  // with which the driver opens the file
    GDALRegister_MBTiles();
    GDALDataset* file = GDALDataset::Open((folder / "a.mbtiles").c_str(), GDAL_OF_RASTER);
    ASSERT_NE(file, nullptr);
    std::array<double, 6> transform{};
    file->GetGeoTransform(transform.data());
    EXPECT_NEAR(transform[0], 0, 1e-3);
    EXPECT_NEAR(transform[1], tile_side_m(4) / 256, 1e-9);
    EXPECT_EQ(file->GetRasterBand(1)->GetOverviewCount(), 4);
    std::array<std::uint8_t, 4> pixel{};
    std::array<int, 4> bands = {1, 2, 3, 4};
    ASSERT_EQ(
        file->RasterIO(GF_Read, 1000, 1000, 1, 1, pixel.data(), 1, 1, GDT_Byte, 4, bands.data(), 0, 0, 0, nullptr),
        CE_None);
    EXPECT_THAT(pixel, testing::ElementsAre(0xfe, 0xe0, 0x8b, 255));
    GDALClose(file);
}

TEST_F(ArchivesTest, WritingOnceMoreGivesTheSameFiles) {
    const std::string pmtiles = read_back(folder / "a.pmtiles");
    const std::string mbtiles = read_back(folder / "a.mbtiles");
    write_file(folder / ".a.pmtiles.papar-part", "left by a killed program");
    write_pmtiles(*tiles, facts, folder / "a.pmtiles");
    write_mbtiles(*tiles, facts, folder / "a.mbtiles");
    write_tile_folder(*tiles, facts, folder / "a");
    EXPECT_EQ(read_back(folder / "a.pmtiles"), pmtiles);
    EXPECT_EQ(read_back(folder / "a.mbtiles"), mbtiles);
    EXPECT_EQ(verify_tiles(folder / "a").tiles, 86U);
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        names.push_back(entry.path().filename().string());
    }
    EXPECT_THAT(names, testing::UnorderedElementsAre("kelas.tif", "a.pmtiles", "a.mbtiles", "a"));
}

TEST_F(ArchivesTest, WhatIsWrongIsSaid) {
    using testing::Contains;
    using testing::HasSubstr;
    EXPECT_THAT(defects_with(7, "\x02"), Contains(HasSubstr("none of PMTiles version 3")));
    EXPECT_THAT(defects_with(72, "\x55"), Contains(HasSubstr("counts 85 tiles, the archive has 86")));
    EXPECT_THAT(defects_with(80, "\x06"), Contains(HasSubstr("counts 6 entries")));
    EXPECT_THAT(defects_with(88, "\x03"), Contains(HasSubstr("counts 3 contents")));
    EXPECT_THAT(defects_with(101, "\x05"), Contains(HasSubstr("declared zooms are 0 to 5")));
    EXPECT_THAT(defects_with(118, "\x09"), Contains(HasSubstr("centre's zoom")));
    EXPECT_THAT(defects_with(127, "xx"), Contains(HasSubstr("root directory cannot be read")));
    const std::string bytes = read_back(folder / "a.pmtiles");
    EXPECT_THAT(defects_with(bytes.size() - 20, "x"), Contains(HasSubstr("wrong check sum")));
    EXPECT_THAT(defects_with(bytes.size(), "x"), Contains(HasSubstr("its sections together")));
    write_file(folder / "short.pmtiles", bytes.substr(0, bytes.size() - 30));
    EXPECT_THAT(verify_tiles(folder / "short.pmtiles").defects, Contains(HasSubstr("cut short")));

    SqliteFile file(folder / "a.mbtiles", SqliteFile::Access::write);
    file.execute(
        "DELETE FROM metadata WHERE name = 'name'; PRAGMA application_id = 1; DELETE FROM map WHERE zoom_level = 2");
    EXPECT_THAT(verify_tiles(folder / "a.mbtiles").defects,
                testing::UnorderedElementsAre(HasSubstr("application id"), HasSubstr("has no name"),
                                              HasSubstr("no tile above it: 16 times")));

    std::filesystem::remove(folder / "a/4/8/8.png");
    write_file(folder / "a/4/8/8.png", "no image");
    write_file(folder / "a/4/8/16.png", "outside");
    EXPECT_THAT(verify_tiles(folder / "a").defects,
                testing::UnorderedElementsAre("a tile is no PNG image: 4/8/8", HasSubstr("matrix: 4/8/16.png")));
    EXPECT_THROW(static_cast<void>(verify_tiles(folder / "kelas.tif")), Error);
}

TEST(PmtilesFormat, DirectoriesOfManyLeaves) {
    // 100000 tiles, each of another size: more than a root of 16 KiB holds.
    const ScratchFolder folder;
    TileSet tiles(folder.path());
    std::minstd_rand sizes(1);  // regular ones would pack too well
    const std::uint64_t first = tile_id({9, 0, 0});
    for (std::uint32_t i = 0; i < 100000; ++i) {
        const std::vector<std::byte> content(1 + sizes() % 97, static_cast<std::byte>(i));
        tiles.add_tile(tile_of(first + 2 * i), i);
        tiles.add_content(i, content);
    }
    tiles.finish();
    TilesetFacts facts;
    facts.bounds = {95, -11, 141, 6};
    facts.min_zoom = facts.max_zoom = 9;
    write_pmtiles(tiles, facts, folder / "a.pmtiles");
    const std::string bytes = read_back(folder / "a.pmtiles");
    const auto all = std::as_bytes(std::span(bytes));
    const auto header = read_header(all);
    ASSERT_TRUE(header);
    EXPECT_LE(header->root.bytes, most_root_bytes);
    EXPECT_GT(header->leaves.bytes, 0U);
    const auto root = read_directory(*gunzip(all.subspan(header->root.offset, header->root.bytes), 1 << 20));
    ASSERT_TRUE(root);
    std::size_t entries = 0;
    for (const PmtilesEntry& leaf : *root) {
        EXPECT_EQ(leaf.run, 0U);
        entries +=
            read_directory(*gunzip(all.subspan(header->leaves.offset + leaf.offset, leaf.bytes), 1 << 24))->size();
    }
    EXPECT_EQ(entries, 100000U);
}

TEST(TilesetFacts, TileJson) {
    TilesetFacts facts;
    facts.name = "banjir";
    facts.title = "Banjir";
    facts.attribution = "a <b>";
    facts.bounds = {106, -7, 107, -6};
    facts.min_zoom = 6;
    facts.max_zoom = 13;
    facts.legend = {{1, "rendah", "#5aae61"}};
    const nlohmann::ordered_json json = tile_json(facts, "https://peta.contoh.id");
    EXPECT_EQ(json["tiles"][0], "https://peta.contoh.id/banjir/{z}/{x}/{y}.png");
    EXPECT_EQ(json["attribution"], "a &lt;b&gt;");
    EXPECT_EQ(json["bounds"], nlohmann::json({106, -7, 107, -6}));
    // A degree is 360 / 2^z degrees at most to zoom 8 (1.4), so two tiles show it at 9.
    EXPECT_EQ(json["center"][2], 9);
    EXPECT_TRUE(json["legend"].is_string());
}

}  // namespace
}  // namespace papar
