// Real layers with the defects their collection states (its README.md); skipped where the data is absent.
#include "engine/io/zones_file.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace papar {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class RealZones : public testing::Test {
protected:
    static ZonesInput input(const std::string& file, const std::string& code, const std::string& name) {
        ZonesInput zones;
        zones.name = file;
        zones.path = std::filesystem::path(PAPAR_REAL_DATA) / file;
        zones.code_column = code;
        zones.name_column = name;
        return zones;
    }

    static ZoneLevelInput level(const std::string& id, const std::string& code, const std::string& name) {
        return {id, id, code, 0, name, "", ""};
    }
    static ZoneLevelInput level(const std::string& id, int prefix) { return {id, id, "", prefix, "", "", ""}; }

    void SetUp() override {
        if (!std::filesystem::exists(std::filesystem::path(PAPAR_REAL_DATA) / "README.md")) {
            GTEST_SKIP() << "no real data in " << PAPAR_REAL_DATA;
        }
    }
};

// -1 where the finding has no such number or is not there.
double number(const Findings& findings, const std::string& id, const std::string& name) {
    for (const Finding& finding : findings) {
        for (const auto& [key, value] : finding.numbers) {
            if (finding.id == id && key == name) {
                return value;
            }
        }
    }
    return -1;
}

TEST_F(RealZones, Jakarta) {
    const ZonesRead kabupaten = test::read_degrees(input("jakarta/kabupaten_jakarta.shp", "", "KAB_NAME"));
    EXPECT_EQ(kabupaten.layer.zones.size(), 5U);
    EXPECT_EQ(number(kabupaten.findings, "zones.repaired", "zones"), 1);
    const ZonesRead kecamatan = test::read_degrees(input("jakarta/kecamatan_jakarta.shp", "", "KEC_NAME"));
    EXPECT_EQ(kecamatan.layer.zones.size(), 42U);
    EXPECT_EQ(number(kecamatan.findings, "zones.repaired", "zones"), 2);
    const ZonesRead kelurahan = test::read_degrees(input("jakarta/kelurahan_jakarta.shp", "", "KEL_NAME_1"));
    EXPECT_EQ(kelurahan.layer.zones.size(), 261U);
    EXPECT_TRUE(kelurahan.findings.empty());
    for (const ZonesRead* read : {&kabupaten, &kecamatan, &kelurahan}) {
        EXPECT_FALSE(read->layer.has_codes);
        EXPECT_TRUE(read->layer.reprojected.empty()) << "the old .prj is EPSG:4326";
        EXPECT_EQ(read->files.size(), 4U) << ".shp, .shx, .dbf, .prj";
    }
}

TEST_F(RealZones, Balangan) {
    const ZonesRead desa = test::read_degrees(input("balangan/id6311_balangan.geojson", "village_code", "village"));
    EXPECT_EQ(desa.layer.zones.size(), 157U);
    EXPECT_EQ(desa.layer.name, "Balangan's District");
    EXPECT_TRUE(desa.findings.empty()) << "its topology is clean";
}

TEST_F(RealZones, NationalKecamatan) {
    const ZonesRead read = test::read_degrees(input("national/idn_kecamatan_cahyadsn.gpkg", "kode", "nama"));
    EXPECT_EQ(read.layer.zones.size(), 7285U);
    EXPECT_EQ(number(read.findings, "zones.repaired", "zones"), 275);
}

TEST_F(RealZones, CompoundCrsIsTakenByItsHorizontalPart) {
    const ZonesRead read = test::read_degrees(input("national/hazard_zone_volcano.shp", "", "GUNUNG"));
    EXPECT_EQ(read.layer.zones.size(), 171U);
    EXPECT_TRUE(read.layer.reprojected.empty());
    EXPECT_EQ(number(read.findings, "zones.repaired", "zones"), 2);
}

TEST_F(RealZones, PolygonsWithHeight) {
    for (const char* file : {"defects/rejoso.geojson", "defects/winongan.geojson"}) {
        const ZonesRead read = test::read_degrees(input(file, "", "Kecamatan"));
        ASSERT_EQ(read.layer.zones.size(), 1U);
        EXPECT_TRUE(read.layer.reprojected.empty()) << "EPSG:4979 less its height";
        EXPECT_TRUE(read.findings.empty());
    }
}

TEST_F(RealZones, RingsThatAreWayFragments) {
    EXPECT_THAT(test::refusal(input("defects/denpasar_kelurahan_unclosed_rings.geojson", "", "name"), ErrorKind::input),
                AllOf(HasSubstr("feature 9 (9 Peguyangan Kangin)"), HasSubstr("nothing with an area is left")));
}

TEST_F(RealZones, MetresThatSayDegrees) {
    EXPECT_THAT(test::refusal(input("defects/surakarta_kecamatan_disss.geojson", "", "WADMKC"), ErrorKind::input),
                HasSubstr("look like metres"));
}

// Areas of the dissolved kecamatan in square degrees, by ogr2ogr 3.6.2 with SpatiaLite 5.0.1:
//   ogr2ogr -f CSV /vsistdout/ surakarta_kecamatan.geojson -dialect SQLite -sql "SELECT WADMKC, ST_Area(ST_Union(
//   geometry)) FROM kecamatan GROUP BY WADMKC"
TEST_F(RealZones, OneZoneInManyFeatures) {
    const std::map<std::string, double> expected{{"Kecamatan Banjarsari", 0.00125122469686989},
                                                 {"Kecamatan Jebres", 0.00117872188705775},
                                                 {"Kecamatan Laweyan", 0.000748223731976954},
                                                 {"Kecamatan Pasar Kliwon", 0.000400308511482923},
                                                 {"Kecamatan Serengan", 0.000252805738400602}};
    const ZonesRead read = test::read_degrees(input("defects/surakarta_kecamatan.geojson", "WADMKC", "WADMKC"));
    ASSERT_EQ(read.layer.zones.size(), 5U);
    EXPECT_EQ(number(read.findings, "zones.joined", "features"), 24);
    EXPECT_EQ(number(read.findings, "zones.joined", "zones_joined"), 5);
    for (const Zone& zone : read.layer.zones) {
        EXPECT_NEAR(test::square_degrees(zone.shape), expected.at(zone.code), 1e-15) << zone.code;
    }
    // The same kecamatan, dissolved by others.
    const ZonesRead benar = test::read_degrees(input("defects/surakarta_kecamatan_benar.geojson", "WADMKC", "WADMKC"));
    ASSERT_EQ(benar.layer.zones.size(), 5U);
    EXPECT_EQ(number(benar.findings, "zones.joined", "zones"), -1);
    for (const Zone& zone : benar.layer.zones) {
        EXPECT_NEAR(test::square_degrees(zone.shape), expected.at(zone.code), 1e-14) << zone.code;
    }
}

TEST_F(RealZones, SurakartaKelurahanWithKecamatanAbove) {
    ZonesInput kelurahan = input("defects/surakarta_kelurahan.geojson", "WADMKD", "WADMKD");
    kelurahan.levels = {level("kecamatan", "WADMKC", "")};
    const ZonesRead read = test::read_degrees(kelurahan);
    EXPECT_EQ(read.layer.levels[0].areas.size(), 5U);
    const ZonesRead kota = test::read_degrees(input("defects/surakarta_kota.geojson", "Id", ""));
    EXPECT_EQ(kota.layer.zones.size(), 1U);
}

TEST_F(RealZones, BalanganDesaInEightKecamatan) {
    ZonesInput desa = input("balangan/id6311_balangan.geojson", "village_code", "village");
    desa.levels = {level("kecamatan", "district_code", "district"), level("kabupaten", "regency_code", "regency")};
    const ZonesRead read = test::read_degrees(desa);
    EXPECT_TRUE(read.findings.empty());
    const ZoneLevel& kecamatan = read.layer.levels[0];
    ASSERT_EQ(kecamatan.areas.size(), 8U);
    const auto halong = std::ranges::find(kecamatan.areas, "id6311060", &ZoneArea::code);
    ASSERT_NE(halong, kecamatan.areas.end());
    EXPECT_EQ(halong->name, "Halong");
    EXPECT_EQ(std::ranges::count(kecamatan.area_of_zone,
                                 std::optional(static_cast<std::uint32_t>(halong - kecamatan.areas.begin()))),
              24);
    EXPECT_EQ(read.layer.levels[1].areas.size(), 1U);
}

// 2,008 desa with codes like 63.11.01.2001: 156 kecamatan and 13 kabupaten, of which Balangan has 8 and 157 desa, by
//   ogr2ogr -dialect SQLite -sql "SELECT count(distinct substr(kode, 1, 8)), ... FROM desa" (3.6.2)
TEST_F(RealZones, KemendagriCodesByPrefix) {
    ZonesInput desa = input("balangan/desa_kalsel_cahyadsn.gpkg", "kode", "nama");
    desa.levels = {level("kecamatan", 8), level("kabupaten", 5)};
    const ZonesRead read = test::read_degrees(desa);
    EXPECT_EQ(read.layer.zones.size(), 2008U);
    EXPECT_EQ(read.layer.levels[0].areas.size(), 156U);
    EXPECT_EQ(read.layer.levels[1].areas.size(), 13U);
    EXPECT_EQ(std::ranges::count_if(read.layer.levels[0].areas,
                                    [](const ZoneArea& area) { return area.code.starts_with("63.11."); }),
              8);
}

TEST_F(RealZones, SeveralLayers) {
    EXPECT_THAT(test::refusal(input("defects/gunung_sindur_bps_boundaries.gpkg", "", ""), ErrorKind::usage),
                HasSubstr("district, sub_district, village, osm_admin"));
}

}  // namespace
}  // namespace papar
