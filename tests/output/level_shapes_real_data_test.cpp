// The kecamatan of Balangan from its 157 desa (BPS 2020); skipped where the data is absent. Areas in square degrees by
// ogr2ogr 3.6.2 with SpatiaLite 5.0.1:
//   ogr2ogr -f CSV /vsistdout/ id6311_balangan.geojson -dialect SQLite -sql "SELECT district_code, ST_Area(ST_Union(
//   geometry)) FROM \"Balangan's District\" GROUP BY district_code"
#include "engine/output/level_shapes.hpp"

#include "tests/io/zone_files.hpp"
#include <gtest/gtest.h>

#include <map>

namespace papar {
namespace {

TEST(LevelShapesOfRealZones, BalanganDesaMakeEightKecamatan) {
    const std::filesystem::path file = std::filesystem::path(PAPAR_REAL_DATA) / "balangan/id6311_balangan.geojson";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "no real data in " << PAPAR_REAL_DATA;
    }
    const std::map<std::string, double> expected{{"id6311010", 0.00848320686641551}, {"id6311020", 0.0100000204568705},
                                                 {"id6311030", 0.00834184800708943}, {"id6311031", 0.0305268655096906},
                                                 {"id6311040", 0.0102323952968338},  {"id6311041", 0.00624997467686163},
                                                 {"id6311050", 0.0190189656873245},  {"id6311060", 0.0618208965553223}};
    ZonesInput input;
    input.name = "balangan";
    input.path = file;
    input.code_column = "village_code";
    input.levels = {{"kecamatan", "Kecamatan", "district_code", 0, "district", "", ""}};
    const ZoneLayer layer = test::read_degrees(input).layer;
    const std::vector<Shape> shapes = level_shapes(layer)[0];
    ASSERT_EQ(shapes.size(), expected.size());
    for (std::size_t area = 0; area < shapes.size(); ++area) {
        const std::string& code = layer.levels[0].areas[area].code;
        EXPECT_NEAR(test::square_degrees(shapes[area]), expected.at(code), 1e-13) << code;
        EXPECT_EQ(shapes[area].rings.size(), shapes[area].polygons.size())
            << "a clean topology leaves no holes: " << code;
    }
}

}  // namespace
}  // namespace papar
