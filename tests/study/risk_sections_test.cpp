// The sections of a risk assessment: the profile with the study's own numbers, capacity, exposure, document.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string perka = "[profile]\nuse = \"perka-2012\"\n";

Study study_with(const std::string& text, const std::vector<Override>& overrides = {}) {
    const StudyFolder folder(text + "\n" + sample_text);
    folder.write("kapasitas.csv", "");
    folder.write("nilai.tif", "");
    folder.write("templat.docx", "");
    return read_study(folder.file(), overrides);
}

// With [profile] on the first two lines, `text` from line 3 on.
std::string sentence(const std::string& text, ErrorKind kind = ErrorKind::usage) {
    return sentence_of(StudyFolder(perka + text + "\n" + sample_text), kind);
}

std::vector<double> numbers(const Study& study, const std::string& path) {
    return std::get<std::vector<double>>(study.profile->entries.at(path).value);
}

TEST(RiskSections, areAbsentByDefault) {
    const Study study = study_with("");
    EXPECT_FALSE(study.profile);
    EXPECT_FALSE(study.capacity);
    EXPECT_TRUE(study.exposures.empty());
    EXPECT_EQ(study.document, DocumentSettings{});
}

TEST(RiskSections, ownNumbersReplaceTheProfiles) {
    const Study study = study_with(perka + "[profile.set]\n\"houses.price\" = [10e6, 25e6, 50e6]\n" +
                                   "\"physical.basis\" = \"hectare\"\nrollup.zone = \"max\"\n");
    EXPECT_EQ(study.profile->id, "perka-2012");
    EXPECT_THAT(numbers(study, "houses.price"), ElementsAre(10e6, 25e6, 50e6));
    const ProfileEntry& rollup = study.profile->entries.at("rollup.zone");
    EXPECT_EQ(std::get<std::string>(rollup.value), "max");
    EXPECT_EQ(rollup.status, NumberStatus::study);
    EXPECT_EQ(rollup.source, "studi");
    EXPECT_THAT(rollup.where, HasSubstr("study.toml:6:15"));
    EXPECT_EQ(study.profile->entries.at("social.age.weight").status, NumberStatus::seen);
}

TEST(RiskSections, ownNumbersFromTheCommandLine) {
    const Study study = study_with(perka + "[profile.set]\n\"index.breaks\" = [0.3, 0.6]\n",
                                   {{"profile.set.index.breaks", "[0.25, 0.5]"}, {"profile.use", "modul-2019"}});
    EXPECT_THAT(numbers(study, "index.breaks"), ElementsAre(0.25, 0.5));
    EXPECT_EQ(study.profile->entries.at("index.breaks").where, "--set profile.set.index.breaks");
    EXPECT_EQ(study.profile->id, "modul-2019");
}

TEST(RiskSections, aProfileOfOnesOwn) {
    const StudyFolder folder("[profile]\nfile = \"metode.toml\"\n" + sample_text);
    folder.write("metode.toml",
                 "id = \"punyaku\"\ntitle = \"Metode kami\"\nbase = \"modul-2019\"\n[social.density]\n"
                 "limits = { value = [250, 750], source = \"rapat teknis\", status = \"study\" }\n");
    const Study study = read_study(folder.file());
    EXPECT_EQ(study.profile->title, "Metode kami");
    EXPECT_THAT(numbers(study, "social.density.limits"), ElementsAre(250, 750));
    EXPECT_EQ(study.profile->entries.at("social.density.limits").source, "rapat teknis");
    EXPECT_THAT(numbers(study, "index.breaks"), ElementsAre(0.333, 0.666));
}

TEST(RiskSections, capacity) {
    const Study study = study_with(perka +
                                   "[capacity]\nfile = \"kapasitas.csv\"\nnumbers = \"id\"\ncode = \"kode\"\n"
                                   "ikm_column = \"ikm\"\nikd = 0.433\n");
    EXPECT_EQ(study.capacity->table->numbers, NumberStyle::id);
    EXPECT_EQ(study.capacity->ikm_column.name, "ikm");
    EXPECT_THAT(study.capacity->code.where, HasSubstr("study.toml:6:8"));
    EXPECT_EQ(study.capacity->ikd, 0.433);
    EXPECT_FALSE(study.capacity->ikm);
}

TEST(RiskSections, capacityErrors) {
    EXPECT_EQ(sentence("[capacity]\nikd = 1.2"),
              "study.toml:4:7: [capacity] ikd is 1.2; an index lies between 0 and 1");
    EXPECT_EQ(sentence("[capacity]\nikd = 0.2\nikd_column = \"ikd\""),
              "study.toml:4:7: [capacity] ikd stands beside ikd_column; keep one of the two");
    EXPECT_EQ(sentence("[capacity]\nikm_column = \"ikm\""),
              "study.toml:4:14: [capacity] ikm_column is of a table, which the section does not name; add file = "
              "\"...\"");
    EXPECT_EQ(sentence("[capacity]\nfile = \"k.csv\"\nikm_column = \"ikm\""),
              "study.toml:3:1: [capacity] has no \"code\", which is required");
    EXPECT_EQ(sentence("[capacity]\nfile = \"k.csv\"\ncode = \"kode\"\nikd = 0.5"),
              "study.toml:4:8: [capacity] file needs ikd_column or ikm_column, the columns with the indices");
    EXPECT_EQ(sentence("[capacity]"),
              "study.toml:3:1: [capacity] gives neither ikd nor ikm; write ikd = 0.5, or file = \"...\" with "
              "ikd_column");
    EXPECT_THAT(sentence("[capacity]\nfile = \"k.csv\"\ncode = \"kode\"\nikd_column = \"ikd\"", ErrorKind::input),
                HasSubstr("study.toml:4:8: the capacity file k.csv does not exist"));
}

TEST(RiskSections, exposureOfEachKind) {
    const Study study = study_with(
        perka +
        "[[exposure]]\nid = \"gedung\"\nkind = \"value\"\nfile = \"nilai.tif\"\nunit = \"per_hectare\"\n"
        "parameter = \"physical.critical\"\nsource = \"Dinas PU, 2024\"\n"
        "[[exposure]]\nid = \"lahan\"\nkind = \"land_cover\"\nfile = \"nilai.tif\"\n"
        "rupiah_per_hectare = { \"11\" = 25e6 }\ncover = { \"-2\" = \"rawa\" }\nparameter = \"economic.land\"\n"
        "[[exposure]]\nid = \"sekolah\"\ntitle = \"Sekolah\"\nkind = \"points\"\nfile = \"batas.gpkg\"\n"
        "layer = \"sd\"\nname = \"nama\"\ncategory = \"jenjang\"\nvalue = \"rupiah\"\n"
        "[[exposure]]\nid = \"jalan\"\nkind = \"lines\"\nfile = \"batas.gpkg\"\nassume_crs = \"EPSG:32750\"\n"
        "[[exposure]]\nid = \"sawah\"\nkind = \"polygons\"\nfile = \"batas.gpkg\"\n");
    ASSERT_EQ(study.exposures.size(), 5U);
    EXPECT_EQ(study.exposures[0].unit, ValueUnit::per_hectare);
    EXPECT_EQ(study.exposures[0].source, "Dinas PU, 2024");
    EXPECT_EQ(study.exposures[1].rupiah_per_hectare.at(11), 25e6);
    EXPECT_EQ(study.exposures[1].cover.at(-2), "rawa");
    EXPECT_EQ(study.exposures[1].parameter, "economic.land");
    EXPECT_EQ(study.exposures[2].category.name, "jenjang");
    EXPECT_EQ(study.exposures[2].layer.name_column, "nama");
    EXPECT_EQ(study.exposures[2].layer.section, "exposure.sekolah");
    EXPECT_EQ(study.exposures[3].title, "jalan");
    EXPECT_EQ(study.exposures[3].layer.assume_crs, "EPSG:32750");
    EXPECT_EQ(study.exposures[4].kind, ExposureKind::polygons);
}

TEST(RiskSections, exposureFromTheCommandLine) {
    const std::string text = perka + "[[exposure]]\nid = \"gedung\"\nkind = \"value\"\nfile = \"nilai.tif\"\n";
    EXPECT_EQ(study_with(text, {{"exposure.gedung.unit", "per_cell"}}).exposures[0].unit, ValueUnit::per_cell);
    EXPECT_EQ(sentence_of(StudyFolder(text + sample_text), ErrorKind::usage, {{"exposure.gedng.unit", "per_cell"}}),
              "--set exposure.gedng.unit: the study has no exposure \"gedng\"; did you mean \"gedung\"?");
}

TEST(RiskSections, exposureErrors) {
    const auto exposure = [](const std::string& rest) { return sentence("[[exposure]]\nid = \"x\"\n" + rest); };
    EXPECT_EQ(exposure("kind = \"houses\""),
              "study.toml:5:8: exposure \"x\" kind is \"houses\"; it must be one of value, land_cover, polygons, "
              "points, lines");
    EXPECT_EQ(exposure("kind = \"value\"\nfile = \"banjir.tif\""),
              "study.toml:3:1: exposure \"x\" has no \"unit\", which is required");
    EXPECT_EQ(exposure("kind = \"lines\"\nfile = \"batas.gpkg\"\nvalue = \"rp\""),
              "study.toml:7:9: exposure \"x\" value does not go with kind = \"lines\"; its keys are file, layer, "
              "assume_crs, name, category");
    EXPECT_EQ(exposure("kind = \"points\"\nfile = \"batas.gpkg\"\nparameter = \"physical.public\""),
              "study.toml:7:13: exposure \"x\" parameter needs value, the column with the rupiah of each feature");
    EXPECT_EQ(exposure("kind = \"points\"\nfile = \"batas.gpkg\"\nparameter = \"social.age\""),
              "study.toml:7:13: exposure \"x\" parameter is \"social.age\"; it must be one of physical.houses, "
              "physical.public, physical.critical, economic.land, economic.gdp");
    const std::string cover = "kind = \"land_cover\"\nfile = \"banjir.tif\"\n";
    EXPECT_THAT(exposure(cover), HasSubstr("exposure \"x\" says nothing of its classes; write rupiah_per_hectare"));
    EXPECT_EQ(exposure(cover + "cover = { \"1\" = \"hutan_lidung\" }"),
              "study.toml:7:9: exposure \"x\" cover of class 1 must be one of hutan_lindung, hutan_alam, hutan_bakau, "
              "semak_belukar, rawa; did you mean \"hutan_lindung\"?");
    EXPECT_EQ(exposure(cover + "cover = { satu = \"rawa\" }"),
              "study.toml:7:9: exposure \"x\" cover has the class \"satu\"; classes are whole numbers: { \"11\" = "
              "\"hutan_lindung\" }");
    EXPECT_EQ(exposure(cover + "rupiah_per_hectare = { \"1\" = -5 }"),
              "study.toml:7:22: exposure \"x\" rupiah_per_hectare of class 1 must be a number, 0 or more");
    EXPECT_EQ(exposure(cover + "cover = { \"1\" = \"rawa\" }\nparameter = \"economic.land\""),
              "study.toml:8:13: exposure \"x\" parameter needs rupiah_per_hectare, what a hectare of each class is "
              "worth");
    EXPECT_EQ(sentence("[exposure]\nid = \"x\""),
              "study.toml:3:1: exposures are written as [[exposure]], with double brackets, once for each");
    EXPECT_EQ(exposure("kind = \"lines\"\nfile = \"batas.gpkg\"\n[[exposure]]\nid = \"x\"\nkind = \"lines\"\nfile = "
                       "\"batas.gpkg\""),
              "study.toml:8:6: exposure \"x\" id is used by another exposure too; ids must differ");
    EXPECT_THAT(sentence("[[exposure]]\nid = \"x\"\nkind = \"lines\"\nfile = \"jalan.gpkg\"", ErrorKind::input),
                HasSubstr("study.toml:6:8: the x file jalan.gpkg does not exist"));
}

TEST(RiskSections, document) {
    const Study study =
        study_with(perka + "[document]\nregion = \"Kabupaten Contoh\"\ntemplate = \"templat.docx\"\nrasters = false\n");
    EXPECT_EQ(study.document.region, "Kabupaten Contoh");
    EXPECT_EQ(study.document.path, study.folder / "templat.docx");
    EXPECT_FALSE(study.document.rasters);
    EXPECT_EQ(sentence("[document]\ntemplate = \"templat.odt\""),
              "study.toml:4:12: [document] template is \"templat.odt\"; a template is a .docx file");
    EXPECT_THAT(sentence("[document]\ntemplate = \"templat.docx\"", ErrorKind::input),
                HasSubstr("the template file templat.docx does not exist"));
    EXPECT_EQ(sentence("[document]\nraster = true"),
              "study.toml:4:1: unknown key \"raster\" in [document]; did you mean \"rasters\"?");
}

TEST(RiskSections, needAProfile) {
    for (const std::string name : {"capacity", "document"}) {
        EXPECT_EQ(sentence_of(StudyFolder("[" + name + "]\n" + sample_text), ErrorKind::usage),
                  "study.toml:1:1: the section " + name +
                      " is part of a risk assessment, whose method the study does not name; add [profile] with use = "
                      "\"perka-2012\"");
    }
    EXPECT_THAT(sentence_of(StudyFolder("[[exposure]]\n" + sample_text), ErrorKind::usage),
                HasSubstr("the section exposure is part of a risk assessment"));
}

TEST(RiskSections, typesOfHazards) {
    EXPECT_EQ(study_with("").hazards[0].type, "banjir");
    EXPECT_EQ(study_with("").hazards[1].type, "tanah_longsor");
    EXPECT_EQ(study_with("", {{"hazard.banjir.type", "\"\""}}).hazards[0].type, "");
    EXPECT_EQ(study_with("", {{"hazard.banjir.type", "BANJIR BANDANG"}}).hazards[0].type, "banjir_bandang");
    EXPECT_EQ(study_with("", {{"hazard.longsor.id", "lain"}, {"hazard.lain.title", "x"}}).hazards[1].type, "");
    EXPECT_THAT(usage_sentence("kind = \"depth\"", "kind = \"depth\"\ntype = \"rob\""),
                HasSubstr("study.toml:19:8: hazard \"banjir\" type is \"rob\"; it must be one of gempabumi, tsunami"));
}

TEST(RiskSections, sourcesAndParameters) {
    const Study study = study_with(
        "", {{"zones.source", "BIG, 2023"}, {"population.source", "Dukcapil, 2024"}, {"hazard.banjir.source", "BNPB"}});
    EXPECT_EQ(study.zones.source, "BIG, 2023");
    EXPECT_EQ(study.population.source, "Dukcapil, 2024");
    EXPECT_EQ(study.hazards[0].source, "BNPB");
    const std::string group =
        "unit = \"count\"\n[[population.group]]\nid = \"a\"\nnote = \"x\"\nshare = 0.1\nparameter = ";
    const StudyFolder folder(replaced(sample_text, "unit = \"count\"", group + "\"poverty\""));
    EXPECT_EQ(read_study(folder.file()).population.groups.at(0).parameter, "poverty");
    EXPECT_EQ(
        usage_sentence("unit = \"count\"", group + "\"density\""),
        "study.toml:18:13: group \"a\" parameter is \"density\"; it must be one of sex_ratio, poverty, disability, "
        "age");
    EXPECT_EQ(usage_sentence("unit = \"count\"", group + "\"age\"\n[[population.group]]\nid = \"b\"\nnote = \"x\"\n"
                                                         "share = 0.1\nparameter = \"age\""),
              "study.toml:23:13: group \"b\" parameter is that of another group too; a parameter is one group's share");
}

}  // namespace
}  // namespace papar
