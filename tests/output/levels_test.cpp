// Levels in the outputs: their tables, their layers, the rows of the long table.
#include "engine/output/level_shapes.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/tables.hpp"
#include "engine/output/write_outputs.hpp"
#include "engine/overlay/roll_up.hpp"

#include "tests/io/zone_files.hpp"
#include "tests/output/example_result.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shapes.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <ranges>

namespace papar {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

// Both zones in the kecamatan K; the first alone in the kabupaten 63, the second in none.
ExampleResult example_with_levels() {
    ExampleResult example = example_result();
    example.layer.levels = {{"kecamatan", "Kecamatan", {{"K", "Kota"}}, {0, 0}},
                            {"kabupaten", "Kabupaten", {{"63", "Contoh"}}, {0, std::nullopt}}};
    roll_up(example.layer, example.result);
    return example;
}

std::string text(const Table& table, std::size_t row, const std::string& column) {
    const auto found = std::ranges::find(table.columns, column, &Column::name);
    if (found == table.columns.end()) return "no column " + column;
    const Value value = found->value(row);
    if (const auto* of = std::get_if<std::string>(&value)) return *of;
    if (const auto* of = std::get_if<std::int64_t>(&value)) return std::to_string(*of);
    if (const auto* of = std::get_if<double>(&value)) return fmt::format("{}", *of);
    return "unknown";
}

std::vector<std::string> names(const Table& table) {
    std::vector<std::string> result;
    for (const Column& column : table.columns) result.push_back(column.name);
    return result;
}

TEST(LevelTable, HasTheZonesColumnsThatCanBeSummed) {
    const ExampleResult example = example_with_levels();
    const Table level = level_table(example.view(), 0);
    EXPECT_EQ(level.name, "zona_kecamatan");
    EXPECT_EQ(level.title, "Kecamatan");
    EXPECT_EQ(level.rows, 1U);
    EXPECT_THAT(names(level),
                AllOf(IsSupersetOf({"kode", "nama", "jumlah_wilayah", "kode_kabupaten", "nama_kabupaten", "luas_ha",
                                    "penduduk", "jiwa_bahaya", "jumlah_bahaya", "banjir_jiwa_sedang", "banjir_kelas",
                                    "banjir_rerata", "banjir_maks"}),
                      Not(Contains("sel")), Not(Contains("banjir_sel"))));
}

TEST(LevelTable, AddsUpTheZones) {
    const ExampleResult example = example_with_levels();
    const Table level = level_table(example.view(), 0);
    EXPECT_EQ(text(level, 0, "kode"), "K");
    EXPECT_EQ(text(level, 0, "nama"), "Kota");
    EXPECT_EQ(text(level, 0, "jumlah_wilayah"), "2");
    EXPECT_EQ(text(level, 0, "luas_ha"), "3");     // 1 + 2
    EXPECT_EQ(text(level, 0, "penduduk"), "100");  // the second zone's are not known: its 1.5 ha are named
    EXPECT_EQ(text(level, 0, "luas_tanpa_penduduk_ha"), "1.5");
    EXPECT_EQ(text(level, 0, "banjir_jiwa"), "35.5");
    EXPECT_EQ(text(level, 0, "banjir_ha_nihil"), "1.75");    // 0.25 + 1.5
    EXPECT_EQ(text(level, 0, "longsor_kelas"), "≤ 0,5");     // from the second zone
    EXPECT_EQ(text(level, 0, "jumlah_bahaya"), "2");         // one in each zone
    EXPECT_EQ(text(level, 0, "kode_kabupaten"), "unknown");  // its zones do not agree
}

TEST(LevelTable, ZonesShowTheAreasAboveThem) {
    const ExampleResult example = example_with_levels();
    const Table zones = zone_table(example.view(Language::en));
    EXPECT_EQ(text(zones, 0, "kode_kecamatan"), "K");
    EXPECT_EQ(text(zones, 1, "nama_kecamatan"), "Kota");
    EXPECT_EQ(text(zones, 0, "nama_kabupaten"), "Contoh");
    EXPECT_EQ(text(zones, 1, "nama_kabupaten"), "unknown");
    EXPECT_EQ(std::ranges::find(zones.columns, "kode_kecamatan", &Column::name)->title, "Code: Kecamatan");
}

TEST(LevelTable, TheLongTableHasRowsOfEveryLevel) {
    const ExampleResult example = example_with_levels();
    const Table exposure = exposure_table(example.view());
    constexpr std::size_t parts = 9;  // banjir 3 classes + 2, longsor 2 + 2
    ASSERT_EQ(exposure.rows, (2 + 1 + 1) * parts);
    EXPECT_EQ(text(exposure, 0, "tingkat"), "zona");
    EXPECT_EQ(text(exposure, 2 * parts, "tingkat"), "kecamatan");
    EXPECT_EQ(text(exposure, 2 * parts + 1, "jiwa"), "20.5");
    EXPECT_EQ(text(exposure, 3 * parts, "tingkat"), "kabupaten");
    EXPECT_EQ(text(exposure, 3 * parts, "kode"), "63");
    EXPECT_THAT(exposure.key, testing::ElementsAre("tingkat", "kode", "bahaya", "kelas"));
}

TEST(LevelShapes, NeighboursAreUnitedAndZonesInNoAreaLeftOut) {
    ZoneLayer layer = test::layer_of(
        {test::shape_of({{test::rectangle(0, 0, 1, 1)}}), test::shape_of({{test::rectangle(1, 0, 2, 1)}}),
         test::shape_of({{test::rectangle(5, 0, 6, 1)}}), test::shape_of({{test::rectangle(2, 0, 3, 1)}})});
    layer.levels = {{"l", "", std::vector<ZoneArea>(2), {0, 0, 1, std::nullopt}}};
    const std::vector<Shape> shapes = level_shapes(layer)[0];
    ASSERT_EQ(shapes.size(), 2U);
    ASSERT_EQ(shapes[0].rings.size(), 1U);  // no border between the two squares
    const auto [west, east] = std::ranges::minmax(shapes[0].vertices | std::views::transform(&Vertex::x));
    EXPECT_EQ(west, 0);
    EXPECT_EQ(east, 2);
    EXPECT_EQ(shapes[1].vertices.size(), 5U);
}

// Four squares in a row. The finer level has the first two in one area and the third in another, the fourth in none; of
// the coarser level the first area holds all but the second square, so that the finer level's first area is split.
TEST(LevelShapes, ACoarserLevelIsMadeOfTheFinerWhereItCanBe) {
    std::vector<Shape> squares;
    for (int i = 0; i < 4; ++i) {
        squares.push_back(test::shape_of({{test::rectangle(i, 0, i + 1, 1)}}));
    }
    ZoneLayer layer = test::layer_of(std::move(squares));
    layer.levels = {{"finer", "", std::vector<ZoneArea>(2), {0, 0, 1, std::nullopt}},
                    {"coarser", "", std::vector<ZoneArea>(2), {0, 1, 0, 0}}};
    const std::vector<Shape> coarser = level_shapes(layer)[1];
    ASSERT_EQ(coarser.size(), 2U);
    EXPECT_EQ(coarser[0].polygons.size(), 2U);  // the first square; the third and the fourth
    EXPECT_EQ(test::square_degrees(coarser[0]), 3);
    EXPECT_EQ(test::square_degrees(coarser[1]), 1);
}

TEST(LevelOutputs, EveryLevelIsALayerAndAFile) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_with_levels();
    write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, {});
    SqliteFile file(scratch.path() / geopackage_file, SqliteFile::Access::read);
    EXPECT_EQ(file.first_value("SELECT count(*) FROM zona_kecamatan WHERE geom IS NOT NULL"), "1");
    EXPECT_EQ(file.first_value("SELECT identifier FROM gpkg_contents WHERE table_name = 'zona_kabupaten'"),
              "Kabupaten");
    EXPECT_EQ(file.first_value("SELECT count(*) FROM rtree_zona_kabupaten_geom"), "1");
    EXPECT_EQ(file.first_value("SELECT count(*) FROM layer_styles WHERE useAsDefault = 1"), "3");
    EXPECT_EQ(file.first_value("SELECT count(*) FROM pragma_table_info('zona_kecamatan')"),
              file.first_value("SELECT count(*) + 2 FROM gpkg_data_columns WHERE table_name = 'zona_kecamatan'"));

    const auto json = [&](const char* name) {
        std::ifstream in(scratch.path() / name);
        return nlohmann::json::parse(in);
    };
    const nlohmann::json package = json(data_package_file);
    ASSERT_EQ(package["resources"].size(), 4U);
    EXPECT_EQ(package["resources"][1]["path"], "zones_kecamatan.csv");
    EXPECT_FALSE(package["resources"][3]["schema"].contains("foreignKeys"));  // its rows name codes of several tables
    const nlohmann::json record = json(run_record_file);
    EXPECT_EQ(record["zones"]["levels"][1]["id"], "kabupaten");
    EXPECT_EQ(record["zones"]["levels"][1]["count"], 1);
    ASSERT_EQ(record["outputs"].size(), 5U);
    EXPECT_EQ(record["outputs"][1]["name"], "zones_kecamatan.csv");
}

}  // namespace
}  // namespace papar
