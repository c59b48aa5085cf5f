// Every way a study file can be wrong: the whole sentence, since the sentence is what the user gets. Lines and
// columns are counted in sample_text.
#include "engine/study/study_document.hpp"
#include "engine/study/toml_file.hpp"

#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(StudyErrors, syntax) {
    EXPECT_THAT(usage_sentence("layer = \"kecamatan\"", "layer = "), StartsWith("study.toml:7:9: not valid TOML: "));
    EXPECT_THAT(usage_sentence("code = \"kode\"", "file = \"kode\""), StartsWith("study.toml:8:"));  // twice
    EXPECT_THAT(sentence_of(StudyFolder("\xFF\xFE[\0s"), ErrorKind::usage), HasSubstr("not valid TOML"));
}

TEST(StudyErrors, unknownKeys) {
    EXPECT_EQ(usage_sentence("layer = ", "layr = "),
              "study.toml:7:1: unknown key \"layr\" in [zones]; did you mean \"layer\"?");
    EXPECT_EQ(usage_sentence("layer = ", "epsg = "),
              "study.toml:7:1: unknown key \"epsg\" in [zones]; its keys are file, layer, code, name, assume_crs, "
              "point, overlap, source, level");
    EXPECT_EQ(usage_sentence("kind = \"depth\"", "kind = \"depth\"\non_breaks = \"lower\""),
              "study.toml:19:1: unknown key \"on_breaks\" in hazard \"banjir\"; did you mean \"on_break\"?");
    EXPECT_EQ(usage_sentence("[zones]", "[zone]"),
              "study.toml:5:2: unknown key \"zone\" in the study; did you mean \"zones\"?");
}

TEST(StudyErrors, wrongTypes) {
    EXPECT_EQ(usage_sentence("\"batas.gpkg\"", "7"), "study.toml:6:8: [zones] file must be a string; found an integer");
    EXPECT_EQ(usage_sentence("code = \"kode\"", "code = 2020-01-01"),
              "study.toml:8:8: [zones] code must be a string; found a date or time");
    EXPECT_EQ(usage_sentence("unit = \"count\"", "unit = \"count\"\nband = 1.0"),
              "study.toml:14:8: [population] band must be an integer; found a decimal number");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "0.75"),
              "study.toml:19:10: hazard \"banjir\" breaks must be a list of numbers; found a decimal number");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[0.75, \"1.5\"]"),
              "study.toml:19:17: hazard \"banjir\" breaks must be a list of numbers; found a string");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[1]\nno_hazard = true"),
              "study.toml:20:13: hazard \"banjir\" no_hazard must be a number; found a boolean");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[1]\nlabels = [1, 2]"),
              "study.toml:20:11: hazard \"banjir\" labels must be a list of strings; found an integer");
    EXPECT_EQ(usage_sentence("[population]\nfile = \"penduduk.tif\"\nunit = \"count\"\n", "[[population]]\n"),
              "study.toml:11:1: population must be a section, [population]; found a list");
}

TEST(StudyErrors, missing) {
    EXPECT_EQ(usage_sentence("file = \"batas.gpkg\"\n", ""),
              "study.toml:5:1: [zones] has no \"file\", which is required");
    EXPECT_EQ(usage_sentence("unit = \"count\"", ""),
              "study.toml:11:1: [population] has no \"unit\", which is required");
    EXPECT_EQ(usage_sentence("id = \"banjir\"\n", ""), "study.toml:15:1: [[hazard]] has no \"id\", which is required");
    EXPECT_EQ(usage_sentence("breaks = [0.75, 1.5]\n", ""),
              "study.toml:15:1: hazard \"banjir\" has no \"breaks\", which is required");
    EXPECT_EQ(usage_sentence("classes = \"sepertiga\"\n", ""),
              "study.toml:21:1: hazard \"longsor\" has neither classes nor breaks; write classes = \"sepertiga\" or "
              "breaks = [...]");
    EXPECT_EQ(sentence_of(StudyFolder(""), ErrorKind::usage), "study.toml:1:1: the section [study] is missing");
}

TEST(StudyErrors, hazardsAsAWhole) {
    const std::string without = sample_text.substr(0, sample_text.find("[[hazard]]"));
    EXPECT_EQ(sentence_of(StudyFolder(without), ErrorKind::usage),
              "study.toml:1:1: the study has no hazard; add at least one [[hazard]]");
    EXPECT_EQ(sentence_of(StudyFolder(without + "[hazard]\nid = \"banjir\"\n"), ErrorKind::usage),
              "study.toml:15:1: hazards are written as [[hazard]], with double brackets, once for each");
    EXPECT_EQ(usage_sentence("\"longsor\"", "\"banjir\""),
              "study.toml:22:6: hazard \"banjir\" id is used by another hazard too; ids must differ");
}

TEST(StudyErrors, identifiers) {
    EXPECT_EQ(usage_sentence("\"contoh\"", "\"Kab Contoh\""),
              "study.toml:2:6: [study] id is \"Kab Contoh\"; use only a-z, 0-9 and _ -");
    EXPECT_EQ(usage_sentence("id = \"banjir\"", "id = \"banjir-rob\""),
              "study.toml:16:6: hazard \"banjir-rob\" id is \"banjir-rob\"; use only a-z, 0-9 and _");
    EXPECT_EQ(usage_sentence("id = \"banjir\"", "id = \"1banjir\""),
              "study.toml:16:6: hazard \"1banjir\" id is \"1banjir\"; it must begin with a letter a-z");
    EXPECT_EQ(usage_sentence("\"contoh\"", "\"\""), "study.toml:2:6: [study] id is empty");
    EXPECT_EQ(
        usage_sentence("\"Tanah longsor\"", "\"Tanah\\nlongsor\""),
        "study.toml:23:9: hazard \"longsor\" title has a line break, a tab or another control character; write it "
        "on one line");
}

TEST(StudyErrors, words) {
    EXPECT_EQ(usage_sentence("\"count\"", "\"jiwa\""),
              "study.toml:13:8: [population] unit is \"jiwa\"; it must be one of count, per_km2, per_hectare");
    EXPECT_EQ(
        usage_sentence("\"depth\"", "\"kedalaman\""),
        "study.toml:18:8: hazard \"banjir\" kind is \"kedalaman\"; it must be one of index, depth, quantity, class, "
        "polygons, buffers");
    EXPECT_EQ(usage_sentence("\"sepertiga\"", "\"thirds\""),
              "study.toml:26:11: hazard \"longsor\" classes is \"thirds\"; it must be one of sepertiga, modul");
    EXPECT_EQ(usage_sentence("unit = \"count\"", "unit = \"count\"\nband = 0"),
              "study.toml:14:8: [population] band is 0; it must be 1 to 65535");
}

TEST(StudyErrors, breaks) {
    const std::string at = "study.toml:19:10: hazard \"banjir\" breaks ";
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[1.5, 0.75]"), at + "must rise; 0.75 comes after 1.5");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[0.75, 0.75]"), at + "must rise; 0.75 comes after 0.75");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[0.75, 0.750001]"),
              at + "0.75 and 0.750001 are too close; they must differ by at least 2e-06");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[0.75, nan]"), at + "must be finite numbers; found nan");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[-inf]"), at + "must be finite numbers; found -inf");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[0, 1]"), at + "must be above no_hazard = 0; found 0");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[1]\nno_hazard = 1.5"), at + "must be above no_hazard = 1.5; found 1");
    EXPECT_EQ(usage_sentence("[0.75, 1.5]", "[1, 2, 3, 4, 5, 6, 7, 8]"), at + "makes 9 classes; the most is 8");
    EXPECT_EQ(problem_of(StudyFolder(replaced(sample_text, "[0.75, 1.5]", "[1, 2, 3, 4, 5, 6, 7]"))), std::nullopt);
}

TEST(StudyErrors, breaksOfAnIndex) {
    const std::string at = "study.toml:26:10: hazard \"longsor\" breaks ";
    const auto with = [](const std::string& text) { return usage_sentence("classes = \"sepertiga\"", text); };
    EXPECT_EQ(with("breaks = [0.5, 1.0]"), at + "of an index must lie between 0 and 1; found 1");
    EXPECT_EQ(with("breaks = [0.0, 0.5]"), at + "of an index must lie between 0 and 1; found 0");
    EXPECT_EQ(with("breaks = [0.5]\nclasses = \"modul\""), at + "stands beside classes; keep one of the two");
    EXPECT_EQ(with("classes = \"modul\"\nno_hazard = 0.4"),
              "study.toml:26:11: hazard \"longsor\" classes must be above no_hazard = 0.4; found 0.333");
    EXPECT_EQ(with("breaks = []\nno_hazard = 1.0"),
              "study.toml:27:13: hazard \"longsor\" no_hazard of an index must be below 1; found 1");
    EXPECT_EQ(with("breaks = [0.5]\nno_hazard = inf"),
              "study.toml:27:13: hazard \"longsor\" no_hazard is inf; it must be a finite number");
}

TEST(StudyErrors, codes) {
    const auto with = [](const std::string& text) {
        return usage_sentence("kind = \"depth\"\nbreaks = [0.75, 1.5]", "kind = \"class\"\n" + text);
    };
    EXPECT_EQ(with(""), "study.toml:15:1: hazard \"banjir\" has no \"codes\", which is required");
    EXPECT_EQ(with("codes = []"),
              "study.toml:19:9: hazard \"banjir\" codes is empty; name the code of at least one class");
    EXPECT_EQ(with("codes = [1, 1]"),
              "study.toml:19:9: hazard \"banjir\" codes must rise, from the lowest class to the highest; 1 comes "
              "after 1 (where the highest class has the lowest code, write class_order = \"descending\")");
    EXPECT_EQ(
        with("codes = [3, 1]\nclass_order = \"ascending\""),
        "study.toml:19:9: hazard \"banjir\" codes must rise, from the lowest class to the highest; 1 comes after 3 "
        "(where the highest class has the lowest code, write class_order = \"descending\")");
    EXPECT_EQ(
        with("codes = [1, 3]\nclass_order = \"descending\""),
        "study.toml:19:9: hazard \"banjir\" codes must fall, from the lowest class to the highest; 3 comes after 1");
    EXPECT_EQ(with("codes = [3, 0]\nclass_order = \"descending\""),
              "study.toml:19:9: hazard \"banjir\" codes must be above no_hazard = 0; found 0");
    EXPECT_EQ(with("codes = [1.5]"),
              "study.toml:19:10: hazard \"banjir\" codes must be a list of integers; found a decimal number");
    EXPECT_EQ(with("codes = [0, 1]"), "study.toml:19:9: hazard \"banjir\" codes must be above no_hazard = 0; found 0");
    EXPECT_EQ(with("codes = [1]\nbreaks = [1]"),
              "study.toml:20:10: hazard \"banjir\" breaks does not go with kind = \"class\"; write codes = [...], from "
              "the lowest class to the highest");
    EXPECT_EQ(
        usage_sentence("[0.75, 1.5]", "[1]\ncodes = [1, 2]"),
        "study.toml:20:9: hazard \"banjir\" codes does not go with kind = \"depth\"; codes are for kind = \"class\"");
    EXPECT_EQ(
        usage_sentence("breaks = [0.75, 1.5]", "classes = \"modul\""),
        "study.toml:19:11: hazard \"banjir\" classes does not go with kind = \"depth\"; the presets are for kind = "
        "\"index\"; write breaks = [...]");
}

TEST(StudyErrors, labels) {
    const auto with = [](const std::string& labels) {
        return usage_sentence("[0.75, 1.5]", "[0.75, 1.5]\nlabels = " + labels);
    };
    const std::string at = "study.toml:20:10: hazard \"banjir\" labels ";
    EXPECT_EQ(with("[\"rendah\", \"tinggi\"]"), at + "must have one label a class; found 2 for 3 classes");
    EXPECT_EQ(with("[\"a\", \"b\", \"a\"]"), at + "has \"a\" twice");
    EXPECT_EQ(with("[\"a\", \"\", \"b\"]"), at + "has an empty label");
    EXPECT_EQ(with("[\"nihil\", \"a\", \"b\"]"), at + "has \"nihil\", which the tables use for themselves");
}

TEST(StudyErrors, theFileItself) {
    const StudyFolder folder;
    const auto sentence = [](const std::filesystem::path& file) -> std::string {
        try {
            static_cast<void>(read_study(file));
        } catch (const Error& problem) {
            return problem.kind() == ErrorKind::usage ? problem.what() : "";
        }
        return "";
    };
    EXPECT_THAT(sentence(folder.path() / "tidak_ada.toml"), testing::EndsWith("tidak_ada.toml does not exist"));
    EXPECT_THAT(sentence(folder.path()), testing::EndsWith("is a folder; name the study file in it"));
    folder.write("besar.toml", sample_text + "#" + std::string(largest_toml_bytes, ' '));
    EXPECT_THAT(sentence(folder.path() / "besar.toml"), HasSubstr("is larger than 1 MB"));
    EXPECT_THAT(sentence("/dev/zero"), HasSubstr("is larger than 1 MB"));
}

TEST(StudyErrors, inputFiles) {
    const auto with = [](const std::string& from, const std::string& to) {
        return sentence_of(StudyFolder(replaced(sample_text, from, to)), ErrorKind::input);
    };
    EXPECT_EQ(with("\"penduduk.tif\"", "\"penduduk.tiff\""),
              "study.toml:12:8: the population file penduduk.tiff does not exist; did you mean \"penduduk.tif\"?");
    EXPECT_EQ(with("\"longsor.tif\"", "\"curah_hujan.asc\""),
              "study.toml:24:8: the longsor file curah_hujan.asc does not exist; paths start from "
              "the study file's folder");
    EXPECT_EQ(
        with("\"batas.gpkg\"", "\"data/batas.gpkg\""),
        "study.toml:6:8: the zones file data/batas.gpkg does not exist, nor does its folder; paths start from the "
        "study file's folder");
    EXPECT_EQ(with("\"batas.gpkg\"", "\".\""),
              "study.toml:6:8: the zones file . is not a file but a folder; name the file in it");
}

}  // namespace
}  // namespace papar
