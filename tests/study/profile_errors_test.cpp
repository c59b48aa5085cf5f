// Every way a profile can be wrong: the whole sentence, since the sentence is what the user gets.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace papar {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// The sentence for a study whose profile is in a file with this text below its header of two lines.
std::string file_sentence(const std::string& text, ErrorKind kind = ErrorKind::usage) {
    const StudyFolder folder("[profile]\nfile = \"metode.toml\"\n" + sample_text);
    folder.write("metode.toml", "id = \"punyaku\"\n" + text);
    return sentence_of(folder, kind);
}

// The sentence for a study with Perka's profile and these own numbers from line 4 on.
std::string set_sentence(const std::string& text) {
    return sentence_of(StudyFolder("[profile]\nuse = \"perka-2012\"\n[profile.set]\n" + text + "\n" + sample_text),
                       ErrorKind::usage);
}

std::string section_sentence(const std::string& text) {
    return sentence_of(StudyFolder(text + "\n" + sample_text), ErrorKind::usage);
}

const std::string good_end = ", source = \"sini\", status = \"seen\" }";

TEST(ProfileErrors, entries) {
    EXPECT_EQ(file_sentence("[social.densty]\nweight = { value = 0.6" + good_end),
              "metode.toml:3:1: a profile has no entry \"social.densty.weight\"; did you mean "
              "\"social.density.weight\"?");
    EXPECT_EQ(file_sentence("[socal.density]\nweight = 1"),
              "metode.toml:2:2: unknown key \"socal\" in the profile; did you mean \"social\"?");
    EXPECT_EQ(file_sentence("[risk]\nspeed = 1"),
              "metode.toml:3:1: a profile has no entry \"risk.speed\"; docs/profiles.md lists all paths");
    EXPECT_EQ(file_sentence("[index]\nbreaks = [0.3, 0.6]"),
              "metode.toml:3:10: index.breaks must be a table, { value = ..., source = \"...\", status = \"...\" }; "
              "found a list");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { value = [0.3, 0.6], status = \"seen\" }"),
              "metode.toml:3:10: index.breaks has no \"source\", which is required");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { value = [0.3, 0.6], source = \"sini\" }"),
              "metode.toml:3:10: index.breaks has no \"status\", which is required");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { source = \"sini\", status = \"seen\" }"),
              "metode.toml:3:10: index.breaks has no \"value\", which is required");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { value = [0.3, 0.6], source = \"\", status = \"seen\" }"),
              "metode.toml:3:41: index.breaks source is empty");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { value = [0.3, 0.6], source = \"sini\", status = \"sure\" }"),
              "metode.toml:3:58: index.breaks status is \"sure\"; it must be one of seen, computed, recalled, study");
    EXPECT_EQ(file_sentence("[index]\nbreaks = { value = [0.3, 0.6], page = 3" + good_end),
              "metode.toml:3:32: unknown key \"page\" in index.breaks; its keys are value, source, status");
}

// A value of another shape or outside its range, one of each shape.
TEST(ProfileErrors, values) {
    const auto value_sentence = [](const std::string& path, const std::string& value) {
        return set_sentence("\"" + path + "\" = " + value);
    };
    const std::string at = "study.toml:4:";
    EXPECT_EQ(value_sentence("social.age.weight", "1.5"),
              at + "23: social.age.weight must be a number from 0 to 1; found 1.5");
    EXPECT_EQ(value_sentence("social.age.weight", "nan"),
              at + "23: social.age.weight must be a number from 0 to 1; found nan");
    EXPECT_EQ(value_sentence("social.age.weight", "[0.5]"),
              at + "23: social.age.weight must be a number from 0 to 1; found [0.5]");
    EXPECT_EQ(value_sentence("social.age.weight", "\"0.5\""),
              at + "23: social.age.weight must be a number from 0 to 1; found \"0.5\"");
    EXPECT_EQ(value_sentence("social.age.weight", "true"),
              at + "23: social.age.weight must be a number from 0 to 1; found a boolean");
    EXPECT_THAT(value_sentence("applies.banjir.social", "0.5"), HasSubstr("must be 1 (yes) or 0 (no); found 0.5"));
    EXPECT_THAT(value_sentence("houses.people_per_house", "0"), HasSubstr("must be a number above 0; found 0"));
    EXPECT_THAT(value_sentence("index.breaks", "[0.6, 0.3]"),
                HasSubstr("index.breaks must be two numbers between 0 and 1, rising; found [0.6, 0.3]"));
    EXPECT_THAT(value_sentence("index.breaks", "[0.3]"), HasSubstr("found [0.3]"));
    EXPECT_THAT(value_sentence("index.breaks", "[0.3, \"x\"]"), HasSubstr("found a list"));
    EXPECT_THAT(value_sentence("capacity.breaks", "[0.3, 1]"), HasSubstr("between 0 and 1, rising; found [0.3, 1]"));
    EXPECT_THAT(value_sentence("social.density.limits", "[-1, 3]"),
                HasSubstr("must be two numbers, 0 or more, rising; found [-1, 3]"));
    EXPECT_THAT(value_sentence("index.scores", "[0.3, 0.2, 1]"),
                HasSubstr("must be three numbers from 0 to 1 that do not fall; found [0.3, 0.2, 1]"));
    EXPECT_THAT(value_sentence("economic.land.loss", "[0, 0.5, 1.5]"), HasSubstr("must be three numbers from 0 to 1"));
    EXPECT_THAT(value_sentence("houses.damage.high", "[0.2, 0.5, 0.5]"),
                HasSubstr("must be three shares from 0 to 1 that sum to at most 1; found [0.2, 0.5, 0.5]"));
    EXPECT_THAT(value_sentence("houses.price", "[1e6, -2, 3]"), HasSubstr("must be three numbers, 0 or more"));
    EXPECT_THAT(value_sentence("index.collapse_five", "[1, 1, 2, 3, 4]"),
                HasSubstr("must be five classes, each 1, 2 or 3, that do not fall; found [1, 1, 2, 3, 4]"));
    EXPECT_THAT(value_sentence("risk.matrix.risk", "[1, 1, 2]"), HasSubstr("must be nine classes, each 1, 2 or 3"));
    EXPECT_THAT(value_sentence("physical.basis", "\"desa\""),
                HasSubstr("must be one of hectare, zone; found \"desa\""));
    EXPECT_THAT(value_sentence("rollup.zone", "\"mean\""),
                HasSubstr("must be one of dominant, max, mean_index; found \"mean\""));
    EXPECT_THAT(value_sentence("risk.form", "3"), HasSubstr("must be one of cube_root, matrix; found 3"));
}

TEST(ProfileErrors, ownNumbers) {
    EXPECT_EQ(set_sentence("\"weight.banjir_rob.social\" = 1"),
              "study.toml:4:1: a profile has no entry \"weight.banjir_rob.social\"; did you mean "
              "\"weight.banjir.social\"?");
    EXPECT_EQ(set_sentence("\"index.breaks\" = [0.3, 0.6]\nindex.breaks = [0.4, 0.6]"),
              "study.toml:4:18: index.breaks stands at study.toml:5:16 too; keep one of the two");
    EXPECT_EQ(section_sentence("[profile]\nuse = \"perka-2012\"\nset = 3"),
              "study.toml:3:7: [profile] set must be a table of paths and values; found an integer");
}

TEST(ProfileErrors, sumsOfWeights) {
    EXPECT_EQ(set_sentence("\"social.density.weight\" = 0.5"),
              "study.toml:4:27: the weights social.density.weight = 0.5, social.sex_ratio.weight = 0.1, "
              "social.poverty.weight = 0.1, social.disability.weight = 0.1, social.age.weight = 0.1 sum to 0.9; they "
              "must sum to 1");
    EXPECT_THAT(set_sentence("\"physical.houses.weight\" = 0.5"), HasSubstr("sum to 1.1; they must sum to 1"));
    EXPECT_THAT(set_sentence("\"economic.gdp.weight\" = 0"),
                HasSubstr("the weights economic.land.weight = 0.6, economic.gdp.weight = 0 sum to 0.6"));
    EXPECT_THAT(set_sentence("\"capacity.ikd_weight\" = 0.6"), HasSubstr("sum to 1.2"));
    // 0.4 + 0.3 + 0.2; the environment does not apply to earthquakes.
    EXPECT_THAT(set_sentence("\"weight.gempabumi.economic\" = 0.2"), HasSubstr("sum to 0.9"));
    EXPECT_THAT(set_sentence("\"environmental_weight.banjir.rawa\" = 0.1"), HasSubstr("sum to 0.9"));
    EXPECT_THAT(set_sentence("\"multi_weight.banjir\" = 0.6\n\"multi_weight.tsunami\" = 0.3"),
                HasSubstr("the weights multi_weight.tsunami = 0.3, multi_weight.banjir = 0.6 sum to 0.9"));
    // Incomplete: nobody knows the other weights of liquefaction; but more than 1 is wrong already.
    EXPECT_EQ(set_sentence("\"weight.likuefaksi.social\" = 0.4"), "");
    EXPECT_THAT(set_sentence("\"weight.likuefaksi.social\" = 0.7\n\"weight.likuefaksi.economic\" = 0.4"),
                HasSubstr("sum to 1.1"));
    EXPECT_EQ(set_sentence("\"social.density.weight\" = 0.6000000001"), "");
}

TEST(ProfileErrors, whichProfile) {
    EXPECT_EQ(section_sentence("[profile]"),
              "study.toml:1:1: [profile] names no profile; write use = \"perka-2012\" or file = \"...\"");
    EXPECT_EQ(section_sentence("[profile]\nuse = \"perka-2012\"\nfile = \"x.toml\""),
              "study.toml:3:8: [profile] names more than one profile, by use and file; write use = \"perka-2012\" or "
              "file = \"...\"");
    EXPECT_EQ(section_sentence("[profile]\nuse = \"perka-2021\""),
              "study.toml:2:7: [profile] use is \"perka-2021\"; the profiles of papar are inarisk, modul-2019, "
              "perka-2012; for one of your own write file = \"...\"");
    EXPECT_EQ(section_sentence("[profile]\nuse = \"perka-2012\"\nid = \"x\""),
              "study.toml:3:6: [profile] id is for a profile that stands in the study; the profile named has its own");
    EXPECT_EQ(section_sentence("[profile]\nentry = 3"),
              "study.toml:2:9: [profile] entry must be a table of entries; found an integer");
    EXPECT_EQ(section_sentence("profile = \"perka-2012\""),
              "study.toml:1:11: profile must be a section, [profile]; found a string");
}

TEST(ProfileErrors, files) {
    EXPECT_EQ(sentence_of(StudyFolder("[profile]\nfile = \"metode.toml\"\n" + sample_text), ErrorKind::input),
              "study.toml:2:8: the profile file metode.toml does not exist; paths start from the study file's folder");
    EXPECT_THAT(file_sentence("[index"), StartsWith("metode.toml:2:7: not valid TOML: "));
    EXPECT_THAT(file_sentence("base = \"modul\""), StartsWith("metode.toml:2:8: the profile base is \"modul\"; the "
                                                              "profiles of papar are inarisk, modul-2019"));
    const StudyFolder folder("[profile]\nfile = \"metode.toml\"\n" + sample_text);
    folder.write("metode.toml", "title = \"tanpa id\"\n");
    EXPECT_EQ(sentence_of(folder, ErrorKind::usage), "metode.toml:1:1: the profile has no \"id\", which is required");
}

}  // namespace
}  // namespace papar
