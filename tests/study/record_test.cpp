// A run record is a study: what the settings say of a study reads back as the same study.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace papar {
namespace {

using testing::HasSubstr;

// Every key of docs/study-file.md, away from its default; those of people spread by a table are in `table_population`,
// and some of risk in `other_risk`.
const std::string full_text = R"toml([study]
id = "penuh"
title = "Semua \"kunci\" \\ dan µ"
note = "Data fiktif"

[zones]
file = "batas.gpkg"
layer = "desa"
code = "kode"
name = "nama"
assume_crs = "EPSG:32750"
point = ["bujur", "lintang"]
overlap = "split"
source = "BIG, 2023"

[[zones.level]]
id = "kecamatan"
title = "Kecamatan"
prefix = 5
name = "nama_kecamatan"

[[zones.level]]
id = "kabupaten"
code = "kode_kabupaten"

[population]
model = "calibrated"
plausible = [0.75, 1.3]
source = "Dukcapil, 2024"
crosswalk = { file = "padanan.csv", delimiter = "tab", encoding = "latin1", from = "kemendagri", to = "bps" }
file = "penduduk.tif"
band = 2
assume_crs = "EPSG:32748"
nodata = [-9999, -3.4e38, 0.1]
unit = "per_hectare"
negative = "zero"

[population.table]
file = "penduduk.csv"
delimiter = ";"
encoding = "latin1"
numbers = "id"
code = "kode_bps"
parent = "kecamatan"
people = "jiwa"

[[population.group]]
id = "lansia"
title = "Lanjut usia"
note = "Dukcapil"
column = "lansia"

[[population.group]]
id = "miskin"
ratio = "persen_miskin"
ratio_unit = "percent"
parameter = "poverty"

[[population.group]]
id = "difabel"
note = "Susenas"
share = 0.085

[[population.alternative]]
id = "lain"
title = "Penduduk lain"
file = "longsor.tif"
band = 3
unit = "per_km2"
nodata = [-1]
negative = "zero"

[[hazard]]
id = "banjir"
title = "Banjir"
type = "banjir_bandang"
source = "InaRISK BNPB, 2024"
file = "banjir.tif"
band = 4
assume_crs = "EPSG:4326"
nodata = [9.97e36]
kind = "depth"
no_hazard = 0.05
breaks = [0.1, 0.5, 1.5]
on_break = "upper"
labels = ["a", "b ≤", "c", "d"]

[hazard.alternative]
breaks = [0.2, 0.30000000000000004, 1e5]

[[hazard]]
id = "longsor"
file = "longsor.tif"
kind = "index"
classes = "sepertiga"

[hazard.alternative]
classes = "modul"

[[hazard]]
id = "gunung_api"
file = "banjir.tif"
kind = "class"
codes = [9, 2, 1]
class_order = "descending"

[[hazard]]
id = "krb"
file = "batas.gpkg"
layer = "krb"
kind = "polygons"
column = "kelas"
classes = { "KRB I" = "satu", "KRB II" = "dua", "Aman" = "nihil" }
labels = ["satu", "dua"]

[[hazard]]
id = "kawah"
file = "batas.gpkg"
assume_crs = "EPSG:4326"
kind = "buffers"
radii_km = [1.5, 3, 10]

[borders]
report = false
sliver_width = 2.5

[grid]
area = "planar"
extent = "zones"
max_residual = 0.01

[output]
folder = "hasil"
language = "en"

[profile]
use = "perka-2012"
set = { "houses.price" = [10e6, 25000000.5, 5e7], "physical.basis" = "hectare", "houses.people_per_house" = 4.2 }

[capacity]
ikd = 0.433
file = "kapasitas.xlsx"
layer = "Sheet1"
numbers = "en"
code = "kode"
ikm_column = "ikm"

[[exposure]]
id = "gedung"
title = "Nilai gedung"
source = "Dinas PU, 2024"
kind = "value"
file = "nilai.tif"
band = 2
assume_crs = "EPSG:32750"
nodata = [-1]
unit = "per_hectare"
parameter = "physical.critical"

[[exposure]]
id = "tutupan"
kind = "land_cover"
file = "nilai.tif"
rupiah_per_hectare = { "11" = 25e6, "-3" = 0.5 }
cover = { "21" = "hutan_lindung", "22" = "rawa" }
parameter = "economic.land"

[[exposure]]
id = "sekolah"
kind = "points"
file = "batas.gpkg"
layer = "sekolah"
name = "nama"
category = "jenjang"
value = "rupiah"
parameter = "physical.public"

[[exposure]]
id = "jalan"
kind = "lines"
file = "batas.gpkg"
assume_crs = "EPSG:32750"

[document]
region = "Kabupaten Contoh"
template = "templat.docx"
rasters = false

[tiles]
formats = ["mbtiles", "dir"]
zoom = [6, 13]
rasters = ["banjir_risiko"]
limits = [0.25, 0.5]
people = true
values = 16
overview = "mode"
size = 256
image = "webp"
retina = true
url = "https://peta.contoh.id"
attribution = "BPBD"
)toml";

// Instead of the profile and the capacity of the study above; the profile stands in the study.
const std::string other_risk = R"toml([profile]
id = "punyaku"
title = "Metode \"kami\""
entry = { "risk.form" = { value = "matrix", source = "rapat", status = "study" } }

[capacity]
ikm = 0.5
ikd_column = "ikd"
file = "kapasitas.csv"
code = "kode"
delimiter = ";"
encoding = "latin1"
)toml";

// Instead of the section [population] of the sample study.
const std::string table_population = R"toml([population]
model = "table"
match = "name"
zone_parent = "nama_kecamatan"
spread = { kind = "land_cover", file = "tutupan.tif", band = 2, nodata = [0], weights = { "11" = 1.0, "12" = 0.2 } }
table = { file = "penduduk.xlsx", layer = "Sheet1", name = "desa", parent = "kecamatan", people = "jiwa" }
)toml";
const std::string raster_population = R"toml([population]
file = "penduduk.tif"
unit = "count"
)toml";

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
    EXPECT_EQ(again.tiles, study.tiles);
    EXPECT_TRUE(again.tiles);
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
