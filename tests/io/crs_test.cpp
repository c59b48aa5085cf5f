#include "engine/io/crs.hpp"

#include "engine/base/error.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

// As ArcGIS writes it into a .prj.
const std::string esri_wgs84 =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";
const std::string esri_utm48s =
    R"(PROJCS["WGS_1984_UTM_Zone_48S",)" + esri_wgs84 +
    R"(,PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],)"
    R"(PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",105.0],)"
    R"(PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
// As GDAL 2 wrote it, with a datum shift of nothing.
const std::string old_gdal_wgs84 =
    R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[0,0,0,0,0,0,0]],)"
    R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])";

TEST(SameCrs, SpellingsOfOneCrs) {
    EXPECT_TRUE(same_crs(esri_wgs84, "EPSG:4326"));
    EXPECT_TRUE(same_crs(old_gdal_wgs84, "EPSG:4326"));
    EXPECT_TRUE(same_crs("OGC:CRS84", "EPSG:4326")) << "only the order of axes differs";
    EXPECT_TRUE(same_crs(esri_utm48s, "EPSG:32748"));
    EXPECT_TRUE(same_crs("EPSG:4979", "EPSG:4326")) << "3D";
    EXPECT_TRUE(same_crs("EPSG:4326+5773", "EPSG:4326")) << "compound with EGM96 height";
    EXPECT_TRUE(same_crs("EPSG:32748+5773", esri_utm48s));
    EXPECT_TRUE(same_crs(horizontal_wkt("EPSG:32748"), "EPSG:32748"));
    EXPECT_TRUE(same_crs("", ""));
}

TEST(SameCrs, DifferentOnes) {
    EXPECT_FALSE(same_crs("EPSG:32748", "EPSG:32648")) << "UTM 48 south and north";
    EXPECT_FALSE(same_crs("EPSG:32748", "EPSG:32749"));
    EXPECT_FALSE(same_crs("EPSG:4326", "EPSG:32748"));
    EXPECT_FALSE(same_crs("EPSG:4326", "EPSG:4211")) << "WGS 84 and Batavia";
    EXPECT_FALSE(same_crs("EPSG:3857", "EPSG:3395")) << "web and world Mercator";
    EXPECT_FALSE(same_crs("EPSG:4326", ""));
}

TEST(SameCrs, WhatProjDoesNotUnderstandIsAnError) {
    for (const std::string bad : {"GEOGCS[\"half", "no CRS at all", "EPSG:999999"}) {
        try {
            (void)same_crs(bad, "EPSG:4326");
            FAIL() << bad;
        } catch (const Error& problem) {
            EXPECT_EQ(problem.kind(), ErrorKind::input);
        }
    }
}

TEST(HorizontalWkt, DropsHeightAndShift) {
    EXPECT_NE(horizontal_wkt("EPSG:4979").find("CS[ellipsoidal,2]"), std::string::npos);
    EXPECT_EQ(horizontal_wkt("EPSG:32748+5773"), horizontal_wkt("EPSG:32748"));
    EXPECT_EQ(horizontal_wkt(old_gdal_wgs84).find("BOUNDCRS"), std::string::npos);
    EXPECT_EQ(horizontal_wkt("EPSG:4326").find('\n'), std::string::npos);
}

TEST(CrsLabel, ForSentences) {
    EXPECT_EQ(crs_label("EPSG:4326"), "EPSG:4326 (WGS 84)");
    EXPECT_EQ(crs_label("EPSG:32748"), "EPSG:32748 (WGS 84 / UTM zone 48S)");
    EXPECT_EQ(crs_label(""), "no CRS");
    EXPECT_EQ(crs_label("+proj=tmerc +lon_0=106 +type=crs"), "a CRS without name");
    EXPECT_EQ(crs_label("rubbish"), "a CRS that PROJ does not understand");
}

}  // namespace
}  // namespace papar
