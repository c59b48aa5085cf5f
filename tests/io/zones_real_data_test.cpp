// Real layers with the defects their collection states (its README.md); skipped where the data is absent.
#include "engine/io/zones_file.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST_F(RealZones, OneZoneInManyFeatures) {
    EXPECT_THAT(test::refusal(input("defects/surakarta_kecamatan.geojson", "WADMKC", "WADMKC"), ErrorKind::input),
                HasSubstr("have the same code"));
}

TEST_F(RealZones, SeveralLayers) {
    EXPECT_THAT(test::refusal(input("defects/gunung_sindur_bps_boundaries.gpkg", "", ""), ErrorKind::usage),
                HasSubstr("district, sub_district, village, osm_admin"));
}

}  // namespace
}  // namespace papar
