#include "engine/web/result_data.hpp"

#include "engine/base/error.hpp"

#include "tests/web/small_result.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

Json parsed(const char* text) {
    return Json::parse(text);
}

TEST(ResultData, SaysWhatTheStudyIs) {
    const test::SmallResult result;
    const Json data = result_data(result.path());
    EXPECT_EQ(data["format"], "papar-hasil/2");
    EXPECT_EQ(data["language"], "id");
    EXPECT_EQ(data["region"], "Contoh");
    EXPECT_EQ(data["levels"],
              parsed(R"([{"id": "zona", "title": "Desa"}, {"id": "zona_kecamatan", "title": "Kecamatan"}])"));
    const Json& flood = data["hazards"][0];
    EXPECT_EQ(flood["unit"], "m");
    EXPECT_EQ(flood["edges"], parsed("[0.0, 0.5, 1.0, 1.5, 2.0]"));
    EXPECT_EQ(flood["classes"][1]["title"], "tinggi");
    EXPECT_EQ(flood["classes"][1]["colour"], "#d73027");    // the last of two is red
    EXPECT_EQ(data["hazards"][1]["edges"], Json::array());  // drawn shapes have no values
    EXPECT_EQ(data["exposures"], parsed(R"([{"id": "jalan", "title": "Jalan", "unit": "km"}])"));
    EXPECT_EQ(data["disclaimers"].size(), 1U);  // of rounding; no method, no InaRISK
}

TEST(ResultData, ZonesHaveWhatIsKnownAndNothingElse) {
    const test::SmallResult result;
    const Json zones = result_data(result.path())["zones"]["zona"];
    ASSERT_EQ(zones.size(), 3U);
    const Json& a = zones[0];
    EXPECT_EQ(a["id"], 11);  // the digits of "1.1"
    EXPECT_EQ(a["parent"], "1");
    EXPECT_EQ(a["ha"].dump(), "10");  // 10.004 to 0.01
    EXPECT_EQ(a["people"].dump(), "100");
    EXPECT_EQ(a["class"], parsed(R"({"kapasitas": 2})"));
    EXPECT_EQ(a["exposures"]["jalan"], 1.23);
    const Json& flood = a["hazards"]["banjir"];
    EXPECT_EQ(flood["people"].dump(), "[10.13,20.38]");  // 10.125 and 20.375: halves go up
    EXPECT_EQ(flood["none"], parsed(R"({"people": 69.5, "ha": 7})"));
    EXPECT_EQ(flood["class"], parsed(R"({"terluas": 2})"));
    EXPECT_EQ(flood["loss"], parsed(R"({"fisik": [0, 1234568, 2000000]})"));  // whole rupiah
    EXPECT_EQ(flood["groups"], parsed(R"({"miskin": 5.25})"));
    // From the third bin on 20.3751, from the second 26.3751, from the first 30.5001: 20.4, 26.4, 30.5.
    EXPECT_EQ(flood["histogram"].dump(), "[[0,4.1,6,20.4]]");
    // Nothing is known of the last one but its name and its area.
    const Json& unknown = zones[2];
    for (const char* key : {"people", "parent", "any_hazard", "bbox", "class", "groups"}) {
        EXPECT_FALSE(unknown.contains(key)) << key;
    }
    EXPECT_EQ(unknown["hazards"]["banjir"], parsed(R"({"no_data": {"ha": 5}})"));
    EXPECT_EQ(unknown["hazards"]["longsor"], Json::object());
}

TEST(ResultData, AreasHaveTheSumOfTheirZonesHistograms) {
    const test::SmallResult result;
    const Json data = result_data(result.path());
    const Json& area = data["zones"]["zona_kecamatan"][0];
    // Summed before rounding: 1 from the last bin on, 20.3751 + 0.0002 + 1 = 21.3753 from the third, 27.3753, 31.5003.
    EXPECT_EQ(area["hazards"]["banjir"]["histogram"].dump(), "[[0,4.1,6,20.4,1]]");
    EXPECT_EQ(area["hazards"]["banjir"]["people"].dump(), "[10.13,20.38]");
    EXPECT_FALSE(area.contains("parent"));
}

TEST(ResultData, HistogramsAreListsOfNumbers) {
    const test::SmallResult result;
    const auto histogram_is = [&](const char* list) {
        SqliteFile(result.path() / "krb.gpkg", SqliteFile::Access::write)
            .run("UPDATE histogram SET jiwa = ? WHERE kode = '1.1'", {list});
        return result_data(result.path())["zones"]["zona"][0]["hazards"]["banjir"].value("histogram", Json());
    };
    EXPECT_EQ(histogram_is("[]"), Json());  // zeros at the end are left out, all of them
    EXPECT_EQ(histogram_is("[7]"), parsed("[[0,7]]"));
    // From the second bin on 0.25, rounded to 0.3; from the first on 1000.25, rounded to 1000.3.
    EXPECT_EQ(histogram_is("[1e3,0.25]"), parsed("[[0,1000,0.3]]"));
    for (const char* broken : {"", "7", "[", "[7", "[7,", "[7,]", "[,7]", "[7]8", "[x]", "[7;8]"}) {
        EXPECT_THAT([&] { histogram_is(broken); }, testing::Throws<Error>()) << broken;
    }
}

TEST(ResultData, TheTotalIsOfAllZones) {
    const test::SmallResult result;
    const Json total = result_data(result.path())["total"];
    EXPECT_EQ(total["people"], 150.5);    // 100 + 50.5, the third is not known
    EXPECT_EQ(total["ha"].dump(), "35");  // 10.004 + 20 + 5
    EXPECT_EQ(total["any_hazard"], 30.5);
    EXPECT_EQ(total["groups"]["miskin"], 20);
    EXPECT_EQ(total["hazards"]["banjir"]["no_data"], parsed(R"({"people": 0, "ha": 5})"));
    EXPECT_FALSE(total.contains("class"));
    EXPECT_FALSE(total.contains("name"));
}

TEST(ResultData, BoxesAreInDegrees) {
    const test::SmallResult result;
    const Json data = result_data(result.path());
    // 10^5 m of the sphere's 2 pi 6378137 m are 0.898315 degrees of longitude, nearly as many of latitude so near the
    // equator: atan(sinh(y / R)) = 0.898278.
    EXPECT_EQ(data["zones"]["zona"][0]["bbox"], parsed("[0, 0, 0.89832, 0.89828]"));
    EXPECT_EQ(data["bbox"], parsed("[0, 0, 1.79663, 0.89828]"));
}

TEST(ResultData, NamesTheRastersThereAreTilesOf) {
    const test::SmallResult result;
    write_file(result.tiles() / "banjir_bahaya_kelas.pmtiles", "x");
    write_file(result.tiles() / "banjir_bahaya_kelas.json", R"({"tilejson": "3.0.0", "name": "Kelas bahaya: Banjir",
        "classes": [{"value": 1, "name": "rendah", "colour": "#5aae61"}]})");
    write_file(result.tiles() / "kapasitas_kelas.json", R"({"classes": []})");  // without an archive
    EXPECT_FALSE(result_data(result.path()).contains("relief"));
    write_file(result.tiles() / "relief.pmtiles", "x");
    write_file(result.tiles() / "relief.json", R"({"tilejson": "3.0.0", "name": "Relief", "type": "baselayer"})");
    const Json data = result_data(result.path());
    EXPECT_EQ(data["hazards"][0]["tiles"], parsed(R"({"bahaya": "banjir_bahaya_kelas"})"));
    EXPECT_EQ(data["tiles"], Json::object());
    EXPECT_EQ(data["relief"], "relief");  // and no raster of classes
    EXPECT_EQ(data["rasters"], parsed(R"({"banjir_bahaya_kelas": {"title": "Kelas bahaya: Banjir",
        "classes": [{"value": 1, "title": "rendah", "colour": "#5aae61"}]}})"));
}

TEST(ResultData, IsWrittenBesideTheTiles) {
    const test::SmallResult result;
    write_result_data(result.path());
    EXPECT_EQ(Json::parse(read_back(result.tiles() / result_data_file)), result_data(result.path()));
}

TEST(ResultData, RefusesWhatIsNoResult) {
    const test::ScratchFolder empty;
    try {
        static_cast<void>(result_data(empty.path()));
        FAIL() << "no error";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        EXPECT_NE(std::string(problem.what()).find("run.json"), std::string::npos) << problem.what();
    }
    const test::SmallResult damaged;
    SqliteFile(damaged.path() / "krb.gpkg", SqliteFile::Access::write).execute("DROP TABLE paparan");
    EXPECT_THROW(static_cast<void>(result_data(damaged.path())), Error);
}

}  // namespace
}  // namespace papar
