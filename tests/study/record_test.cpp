// A run record is a study: what the settings say of a study reads back as the same study.
#include "tests/study/full_study.hpp"
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace papar {
namespace {

using testing::HasSubstr;

std::string record_of(const std::string& settings) {
    return R"({"study": {"settings": )" + settings +
           R"(}, "inputs": [{"role": "population", "name": "penduduk.tif", "bytes": 12, "sha256": "ab"}],)"
           R"("run": {"study_folder": ".."}})";
}

// A folder "hasil" with this record beside the inputs of `folder`.
std::filesystem::path write_record(const StudyFolder& folder, const std::string& text) {
    std::filesystem::create_directory(folder.path() / "hasil");
    folder.write("hasil/run.json", text);
    return folder.path() / "hasil/run.json";
}

std::string refusal(const std::string& text) {
    const StudyFolder folder;
    const std::filesystem::path file = write_record(folder, text);
    try {
        static_cast<void>(read_study(file));
        return "";
    } catch (const Error& problem) {
        return problem.what();
    }
}

TEST(RunRecord, readsBackAsTheSameStudy) {
    const StudyFolder folder(full_text);
    for (const char* input : {"penduduk.csv", "padanan.csv", "kapasitas.xlsx", "nilai.tif", "templat.docx"}) {
        folder.write(input, "");
    }
    const Study study = read_study(folder.file());
    const std::string settings = settings_as_json(study);
    const Study again = read_study(write_record(folder, record_of(settings)));
    EXPECT_EQ(settings_as_json(again), settings);
    // What the settings hold, compared value by value.
    EXPECT_EQ(again.hazards[0].classes, study.hazards[0].classes);
    EXPECT_EQ(again.hazards[1].classes, study.hazards[1].classes);
    EXPECT_EQ(again.hazards[2].classes, study.hazards[2].classes);
    EXPECT_EQ(again.hazards[2].falling_codes, study.hazards[2].falling_codes);
    EXPECT_EQ(again.population.raster.nodata, study.population.raster.nodata);
    EXPECT_EQ(again.hazards[0].alternative_breaks, study.hazards[0].alternative_breaks);
    EXPECT_EQ(again.alternative_populations.at(0).population.unit, PopulationUnit::per_km2);
    EXPECT_EQ(again.grid, study.grid);
    ASSERT_TRUE(again.tiles);
    EXPECT_EQ(again.tiles->terrain.name, "longsor.tif");
    TilesSettings tiles = *again.tiles;
    tiles.terrain = study.tiles->terrain;  // named in another place, of another file
    EXPECT_EQ(tiles, *study.tiles);
    EXPECT_EQ(again.title, "Semua \"kunci\" \\ dan µ");
    EXPECT_EQ(again.output.language, Language::en);
    EXPECT_EQ(again.output.folder, "");  // a repeat goes where the user says
    EXPECT_EQ(again.population.official->crosswalk->to.name, "bps");
    EXPECT_EQ(again.population.groups.at(1).unit, ShareUnit::percent);
    // An alternative is calibrated to the same table.
    EXPECT_EQ(again.alternative_populations.at(0).population.official->people.name, "jiwa");
}

// The profile is in the record with every entry, its source and its status, and needs no file.
TEST(RunRecord, holdsTheWholeProfile) {
    for (const std::string& text : {std::string("[profile]\nuse = \"modul-2019\"\n[profile.set]\nindex.breaks = "
                                                "[0.3333333333333333, 0.6]\n"),
                                    std::string("[profile]\nfile = \"metode.toml\"\n"), other_risk}) {
        const StudyFolder folder(text + sample_text);
        folder.write("kapasitas.csv", "");
        folder.write("metode.toml", "id = \"punyaku\"\nbase = \"inarisk\"\n");
        const Study study = read_study(folder.file());
        const std::string settings = settings_as_json(study);
        std::filesystem::remove(folder.path() / "metode.toml");
        const Study again = read_study(write_record(folder, record_of(settings)));
        EXPECT_EQ(settings_as_json(again), settings);
        EXPECT_EQ(again.profile->id, study.profile->id);
        EXPECT_EQ(again.profile->title, study.profile->title);
        ASSERT_EQ(again.profile->entries.size(), study.profile->entries.size());
        for (const auto& [path, entry] : study.profile->entries) {
            const ProfileEntry& same = again.profile->entries.at(path);
            EXPECT_EQ(same.value, entry.value) << path;
            EXPECT_EQ(same.source, entry.source) << path;
            EXPECT_EQ(same.status, entry.status) << path;
        }
        EXPECT_EQ(again.capacity.has_value(), study.capacity.has_value());
    }
}

TEST(RunRecord, takesOwnNumbersOverThoseOfItsProfile) {
    const StudyFolder folder("[profile]\nuse = \"perka-2012\"\n" + sample_text);
    const auto file = write_record(folder, record_of(settings_as_json(read_study(folder.file()))));
    const Study study = read_study(file, std::vector<Override>{{"profile.set.houses.people_per_house", "4"}});
    EXPECT_EQ(study.profile->entries.at("houses.people_per_house").status, NumberStatus::study);
    EXPECT_EQ(study.profile->entries.at("houses.damage.low").where,
              file.string() + ": study.settings.profile.entry.houses.damage.low.value");
}

TEST(RunRecord, readsBackHowPeopleAreSpread) {
    for (
        const char* spread :
        {R"({ kind = "land_cover", file = "tutupan.tif", band = 2, nodata = [0], weights = { "11" = 1.0, "12" = 0.2 } })",
         R"({ kind = "settlement", file = "tutupan.tif", weight = "presence" })",
         R"({ kind = "buildings", file = "rumah.gpkg", layer = "tapak", weight = "lantai" })", R"("even")"}) {
        const std::size_t line = table_population.find("spread = ");
        const std::string old_line = table_population.substr(line, table_population.find('\n', line) - line);
        const std::string population = replaced(table_population, old_line, "spread = " + std::string(spread));
        const StudyFolder folder(replaced(sample_text, raster_population, population));
        for (const char* input : {"penduduk.xlsx", "tutupan.tif", "rumah.gpkg"}) {
            folder.write(input, "");
        }
        const std::string settings = settings_as_json(read_study(folder.file()));
        const Study again = read_study(write_record(folder, record_of(settings)));
        EXPECT_EQ(settings_as_json(again), settings);
        EXPECT_EQ(again.population.official->zone_parent.name, "nama_kecamatan");
    }
}

TEST(RunRecord, findsTheInputsFromItsOwnFolder) {
    const StudyFolder folder;
    const Study study = read_study(write_record(folder, record_of(settings_as_json(read_study(folder.file())))));
    EXPECT_EQ(study.population.raster.path, folder.path() / "hasil" / ".." / "penduduk.tif");
    ASSERT_TRUE(study.recorded_inputs);
    EXPECT_EQ(study.recorded_inputs->at(0).sha256, "ab");
    EXPECT_EQ(study.recorded_inputs->at(0).bytes, 12U);
    // A folder from the command line instead.
    EXPECT_EQ(read_study(study.file, {}, folder.path()).population.raster.path, folder.path() / "penduduk.tif");
}

TEST(RunRecord, takesOverridesAsAStudyDoes) {
    const StudyFolder folder;
    const auto file = write_record(folder, record_of(settings_as_json(read_study(folder.file()))));
    const std::vector<Override> overrides{{"hazard.longsor.breaks", "[0.25]"},
                                          {"hazard.longsor.labels", "[\"x\", \"y\"]"}};
    EXPECT_EQ(read_study(file, overrides).hazards[1].classes.labels.back(), "y");
}

TEST(RunRecord, wrongValuesAreRefusedWithTheirPath) {
    const StudyFolder folder;
    const std::string settings = settings_as_json(read_study(folder.file()));
    EXPECT_THAT(refusal(record_of(replaced(settings, "\"count\"", "\"orang\""))),
                HasSubstr("run.json: study.settings.population.unit: [population] unit is \"orang\""));
    EXPECT_THAT(refusal(record_of(replaced(settings, "0.75", "null"))),
                HasSubstr("run.json: study.settings.hazard[0].breaks: [null,1.5] is no value that a study can have"));
    EXPECT_THAT(
        refusal(record_of(replaced(settings, "\"layer\"", "\"lyer\""))),
        HasSubstr("run.json: study.settings.zones.lyer: unknown key \"lyer\" in [zones]; did you mean \"layer\"?"));
    EXPECT_THAT(refusal(record_of(replaced(settings, "penduduk.tif", "penduduk.tiff"))),
                HasSubstr("study.settings.population.file: the population file penduduk.tiff does not exist"));
}

TEST(RunRecord, otherJsonIsRefused) {
    EXPECT_THAT(refusal("{"), HasSubstr("run.json: not valid JSON: parse error at line 1"));
    EXPECT_THAT(refusal("[]"), HasSubstr("run.json: this is no run record of papar: it has no study/settings"));
    EXPECT_THAT(refusal("{\"study\": 3}"), HasSubstr("it has no study/settings"));
    EXPECT_THAT(refusal("{\"study\": {\"settings\": {}}, \"run\": {\"study_folder\": \"..\"}}"),
                HasSubstr("it has no inputs"));
    EXPECT_THAT(refusal("{\"study\": {\"settings\": {}}, \"inputs\": []}"), HasSubstr("it has no run/study_folder"));
    EXPECT_THAT(refusal(std::string(100'000, '[')), HasSubstr("more than 64 levels deep"));
}

// The tables of docs/study-file.md name every key; each must be in the study above, so that a key which the record
// forgets is found here.
TEST(RunRecord, isTestedWithEveryDocumentedKey) {
    std::ifstream file(std::string(PAPAR_SOURCE_DIR) + "/docs/study-file.md");
    const std::string row = "| `";
    int keys = 0;
    for (std::string line; std::getline(file, line);) {
        const std::string key = line.substr(std::min(row.size(), line.size()), line.find("` |") - row.size());
        if (line.starts_with(row) && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos) {
            ++keys;
            EXPECT_THAT(full_text + table_population + other_risk, HasSubstr("\n" + key + " = "))
                << "docs/study-file.md names this key";
        }
    }
    EXPECT_GT(keys, 20);
}

}  // namespace
}  // namespace papar
