// The zooms of levels, the columns of the map, and what stands beside the tiles.
#include "engine/tiles/companions.hpp"

#include "engine/tiles/legend_picture.hpp"
#include "engine/tiles/level_zooms.hpp"
#include "engine/tiles/map_columns.hpp"
#include "engine/tiles/nginx_snippet.hpp"
#include "engine/tiles/web_style.hpp"
#include "engine/tiles/wmts.hpp"

#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(LevelZooms, OfARegencyAProvinceAndTheCountry) {
    // At zoom 14 a tile is 360 / 2^14 = 0.022 degrees: 64 of them are 1.4, at zoom 13 2.8.
    EXPECT_EQ(suited_vector_zooms({116.1, -11.9, 116.3, -11.8}), (ZoomRange{6, 14}));
    EXPECT_EQ(suited_vector_zooms({112, -1, 114, 1}), (ZoomRange{6, 13}));
    // 46 degrees are more than the 45 of a tile at zoom 3.
    EXPECT_EQ(suited_vector_zooms({95, -11, 141, 6}), (ZoomRange{2, 12}));
}

TEST(LevelZooms, AFinerLevelBeginsWhereItsZonesAreEightPixelsWide) {
    // 8 of 512 pixels are a 64th of a tile: of 40075017 m / 2^8 = 156543 m 2446 m, of zoom 7 twice that.
    const auto squares = [](double side) {
        return std::vector<Shape>{test::shape_of({{test::rectangle(0, 0, 1, 1)}}),
                                  test::shape_of({{test::rectangle(0, 0, side, side)}}),
                                  test::shape_of({{test::rectangle(0, 0, 2 * side, side)}})};
    };
    const std::vector<Shape> desa = squares(2500), kecamatan = squares(9000), kabupaten = squares(100);
    EXPECT_THAT(level_zooms({&desa, &kecamatan, &kabupaten}, {4, 12}),
                ElementsAre(ZoomRange{8, 12}, ZoomRange{7, 12}, ZoomRange{4, 12}));
    EXPECT_THAT(level_zooms({&desa}, {4, 12}), ElementsAre(ZoomRange{4, 12}));
    EXPECT_THAT(level_zooms({&desa, &kecamatan}, {4, 5}), ElementsAre(ZoomRange{5, 5}, ZoomRange{4, 5}));
}

TEST(MapColumns, LeaveOutWhatNoMapShows) {
    const std::vector<HazardWords> hazards = {{"banjir", "Banjir", {}}};
    EXPECT_THAT(map_columns({"kode", "nama", "kode_kecamatan", "penduduk", "penduduk_min", "sel", "banjir_jiwa",
                             "banjir_jiwa_maks", "banjir_jiwa_rendah", "banjir_sel", "banjir_kelas_risiko",
                             "banjir_rugi_fisik", "longsor_jiwa"},
                            hazards),
                ElementsAre("kode", "nama", "kode_kecamatan", "penduduk", "banjir_jiwa", "banjir_jiwa_rendah",
                            "banjir_kelas_risiko"));
}

TEST(WebStyle, LimitsOfPeopleComeFromTheSeries) {
    EXPECT_THAT(people_limits(3400), ElementsAre(200, 500, 1000, 2000));
    EXPECT_THAT(people_limits(2000), ElementsAre(100, 200, 500, 1000));
    EXPECT_THAT(people_limits(7), ElementsAre(1, 2, 5));
    EXPECT_THAT(people_limits(1), testing::IsEmpty());
    EXPECT_THAT(people_limits(0), testing::IsEmpty());
}

struct Companions : testing::Test {
    Companions() {
        words.title = "Kajian <uji>";
        words.hazards = {{"banjir", "Banjir", {"rendah", "tinggi"}}};
        words.levels = {{"zona", "", "Desa"}, {"zona_kecamatan", "kecamatan", "Kecamatan"}};
        const Json raster = {{"tilejson", "3.0.0"},
                             {"name", "Kelas bahaya"},
                             {"description", "rendah & tinggi"},
                             {"format", "png"},
                             {"tileSize", 256},
                             {"minzoom", 6},
                             {"maxzoom", 7},
                             {"bounds", {106.0, -7.0, 107.0, -6.0}},
                             {"center", {106.5, -6.5, 7}},
                             {"classes", {{{"name", "rendah"}, {"colour", "#5aae61"}}}}};
        Json large = raster;
        large["tileSize"] = 512;
        large["format"] = "webp";
        const Json fields = {{"kode", "String"},
                             {"banjir_kelas", "String"},
                             {"banjir_ha_nihil", "Number"},
                             {"banjir_ha_tanpa_data", "Number"},
                             {"banjir_jiwa", "Number"}};
        Json zones = raster;
        zones["vector_layers"] = Json::array({{{"id", "zona"}, {"minzoom", 8}, {"fields", fields}},
                                              {{"id", "zona_kecamatan"}, {"minzoom", 6}, {"fields", fields}}});
        Json relief = raster;
        relief["type"] = "baselayer";
        relief.erase("classes");
        tiles = {{"banjir_bahaya_kelas", raster}, {"besar", large}, {"relief", relief}, {"wilayah", zones}};
    }
    [[nodiscard]] Json layer(const std::string& id) const {
        const Json style = web_style(words, tiles, "https://a.id", [](auto&, auto&) { return 30.0; });
        for (const Json& each : style["layers"]) {
            if (each["id"] == id) return each;
        }
        return nullptr;
    }

    ResultWords words;
    std::vector<PublishedTiles> tiles;
};

TEST_F(Companions, TheStyleShowsOneThemeAndOneLevelAtAZoom) {
    EXPECT_EQ(layer("banjir_bahaya_kelas")["layout"]["visibility"], "visible");
    EXPECT_EQ(layer("banjir_bahaya_kelas")["paint"]["raster-resampling"], "nearest");
    EXPECT_EQ(layer("besar")["layout"]["visibility"], "none");
    EXPECT_EQ(layer("kelas-banjir-zona")["minzoom"], 8);
    EXPECT_FALSE(layer("kelas-banjir-zona").contains("maxzoom"));
    EXPECT_EQ(layer("kelas-banjir-zona_kecamatan")["maxzoom"], 8);
    EXPECT_TRUE(layer("risiko-banjir-zona").is_null());  // no such column
    // 30 people at most: 2, 5, 10 and 20 are the limits; colours from the lightest.
    const Json legend = layer("jiwa-banjir-zona")["metadata"]["papar:legend"];
    ASSERT_EQ(legend.size(), 7U);
    EXPECT_EQ(legend[1]["name"], "< 2");
    EXPECT_EQ(legend[2]["name"], "2 – < 5");
    EXPECT_EQ(legend[5]["name"], "≥ 20");
    EXPECT_EQ(layer("nama-zona")["source-layer"], "zona_label");
}

TEST_F(Companions, TheReliefLiesUnderEverythingAndIsNoTheme) {
    const Json style = web_style(words, tiles, "https://a.id", [](auto&, auto&) { return 30.0; });
    EXPECT_EQ(style["layers"][0]["type"], "background");
    EXPECT_EQ(style["layers"][1]["id"], "relief");
    EXPECT_EQ(style["layers"][2]["id"], "banjir_bahaya_kelas");
    EXPECT_FALSE(style["layers"][1].contains("layout"));  // visible
    EXPECT_FALSE(style["layers"][1].contains("metadata"));
    EXPECT_LT(style["layers"][2]["paint"]["raster-opacity"], 1);
    for (const Json& theme : style["metadata"]["papar:themes"]) EXPECT_NE(theme["id"], "relief");
    EXPECT_EQ(style["sources"]["relief"]["url"], "https://a.id/relief.json");
}

TEST_F(Companions, ALegendHasASwatchAndTheTitleOfEachClass) {
    PublishedTiles raster = tiles[0];
    raster.tile_json["classes"] =
        Json::array({{{"name", "< 5 & nol"}, {"colour", "#5aae61"}}, {{"name", "≥ 5"}, {"colour", "#d7191c"}}});
    const std::string svg = legend_svg(raster);
    EXPECT_THAT(svg, HasSubstr(">&lt; 5 &amp; nol</text>"));
    EXPECT_THAT(svg, HasSubstr("fill=\"#d7191c\""));
    EXPECT_LT(svg.find("#5aae61"), svg.find("#d7191c"));
    // Two lines of 20 pixels and 6 above and below; 6 + 24 + 8 before the text, 9 letters of 8, 6 behind.
    EXPECT_EQ(legend_size(raster).height, 52);
    EXPECT_EQ(legend_size(raster).width, 116);
    EXPECT_FALSE(has_legend(tiles[2]));  // the relief
    EXPECT_FALSE(has_legend(tiles[3]));  // zones
    raster.tile_json["encoding"] = Json::object();
    EXPECT_FALSE(has_legend(raster));  // values
}

TEST_F(Companions, TheCapabilitiesHaveEachRasterAndItsLimits) {
    const std::string xml = wmts_capabilities(words, tiles, "https://a.id");
    EXPECT_THAT(xml, HasSubstr("template=\"https://a.id/banjir_bahaya_kelas/{TileMatrix}/{TileCol}/{TileRow}.png\""));
    EXPECT_THAT(xml, HasSubstr("{TileRow}.webp"));
    EXPECT_THAT(xml, HasSubstr("template=\"https://a.id/relief/"));
    // One line of 20 pixels; "rendah" has six letters.
    EXPECT_THAT(xml, HasSubstr("<LegendURL format=\"image/svg+xml\" "
                               "xlink:href=\"https://a.id/banjir_bahaya_kelas.legend.svg\" width=\"92\" "
                               "height=\"32\""));
    EXPECT_THAT(xml, Not(HasSubstr("relief.legend")));
    EXPECT_THAT(xml, HasSubstr("Kajian &lt;uji&gt;"));
    EXPECT_THAT(xml, HasSubstr("rendah &amp; tinggi"));
    EXPECT_THAT(xml, Not(HasSubstr("wilayah")));
    // Columns at zoom 7: (106 + 180) / 360 * 128 = 101.7 and (107 + 180) / 360 * 128 = 102.04.
    EXPECT_THAT(xml, HasSubstr("<MinTileCol>101</MinTileCol>"));
    EXPECT_THAT(xml, HasSubstr("<MaxTileCol>102</MaxTileCol>"));
    EXPECT_THAT(xml, HasSubstr("<ows:Identifier>GoogleMapsCompatible512</ows:Identifier>"));
    EXPECT_THAT(xml, HasSubstr("<ScaleDenominator>559082264.02871776</ScaleDenominator>"));
    EXPECT_THAT(xml, HasSubstr("<ScaleDenominator>279541132.01435888</ScaleDenominator>"));  // of 512 pixels: half
}

TEST(NginxSnippet, HasThePathOfTheAddress) {
    const std::string text = nginx_snippet("https://peta.contoh.id/krb.2024");
    EXPECT_THAT(text, HasSubstr("location = /krb.2024/nginx.conf"));
    EXPECT_THAT(text, HasSubstr("\"^/krb\\.2024/[^/]+\\.pmtiles$\""));
    EXPECT_THAT(nginx_snippet("http://127.0.0.1:8080"), HasSubstr("location = /nginx.conf"));
}

}  // namespace
}  // namespace papar
