// Hazards of kind "polygons" and "buffers" in the study file.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string krb = R"toml([[hazard]]
id = "krb"
file = "batas.gpkg"
kind = "polygons"
column = "KRB"
[hazard.classes]
"KRB III" = "tinggi"
"KRB I" = "rendah"
" KRB Ib " = "rendah"
"aman" = "nihil"
)toml";

Study with(const std::string& hazard) {
    const StudyFolder folder(sample_text + hazard);
    return read_study(folder.file());
}

std::string wrong(const std::string& hazard, const std::string& from = "", const std::string& to = "") {
    const StudyFolder folder(sample_text + (from.empty() ? hazard : replaced(hazard, from, to)));
    return sentence_of(folder, ErrorKind::usage);
}

// The order is that of the file, not of the alphabet: the label named first is the lowest class.
TEST(VectorHazardSection, ClassesInTheOrderOfTheFile) {
    const Study study = with(krb);
    const HazardSettings& hazard = study.hazards[2];
    ASSERT_TRUE(hazard.vector);
    EXPECT_EQ(hazard.classes.kind, HazardKind::shapes);
    EXPECT_THAT(hazard.classes.labels, ElementsAre("tinggi", "rendah"));
    ASSERT_EQ(hazard.vector->classes.size(), 4U);
    EXPECT_EQ(hazard.vector->classes[0].text, "KRB III");
    EXPECT_EQ(hazard.vector->classes[0].class_index, 0U);
    EXPECT_EQ(hazard.vector->classes[2].text, "KRB Ib");
    EXPECT_EQ(hazard.vector->classes[2].class_index, 1U);
    EXPECT_FALSE(hazard.vector->classes[3].class_index);
    EXPECT_EQ(hazard.vector->layer.name_column, "KRB");
    EXPECT_EQ(hazard.file(), "batas.gpkg");
}

TEST(VectorHazardSection, LabelsGiveTheOrder) {
    const Study study = with(replaced(krb, "column =", "labels = [\"rendah\", \"tinggi\"]\ncolumn ="));
    EXPECT_THAT(study.hazards[2].classes.labels, ElementsAre("rendah", "tinggi"));
    EXPECT_EQ(study.hazards[2].vector->classes[0].class_index, 1U);
}

TEST(VectorHazardSection, WithoutColumnThereIsOneClass) {
    const Study study = with("[[hazard]]\nid = \"genangan\"\nfile = \"batas.gpkg\"\nkind = \"polygons\"\n");
    EXPECT_THAT(study.hazards[2].classes.labels, ElementsAre("kelas 1"));
    EXPECT_TRUE(study.hazards[2].vector->classes.empty());
    EXPECT_FALSE(study.hazards[2].vector->buffers());
}

TEST(VectorHazardSection, RadiiMakeClasses) {
    const Study study =
        with("[[hazard]]\nid = \"gunung\"\nfile = \"batas.gpkg\"\nkind = \"buffers\"\nradii_km = [2, 5.5, 10]\n");
    EXPECT_THAT(study.hazards[2].vector->radii_km, ElementsAre(2, 5.5, 10));
    EXPECT_THAT(study.hazards[2].classes.labels, ElementsAre("rendah", "sedang", "tinggi"));
}

TEST(VectorHazardSection, TheRecordHoldsTheValueMap) {
    const std::string record = settings_as_json(with(krb));
    EXPECT_THAT(record, HasSubstr("\"KRB Ib\": \"rendah\""));
    EXPECT_THAT(record, HasSubstr("\"aman\": \"nihil\""));
    EXPECT_THAT(record, HasSubstr("\"column\": \"KRB\""));
    EXPECT_THAT(record, HasSubstr("\"kind\": \"polygons\""));
}

TEST(VectorHazardSection, WrongKeysAndValues) {
    EXPECT_EQ(wrong(krb, "column = \"KRB\"\n", ""),
              "study.toml:31:1: hazard \"krb\" classes needs column, the column of the layer that holds these texts");
    EXPECT_EQ(wrong(krb, "column = \"KRB\"", "column = \"KRB\"\nbreaks = [1]"),
              "study.toml:32:10: hazard \"krb\" breaks does not go with kind = \"polygons\"");
    EXPECT_THAT(wrong(krb, "\"rendah\"\n\" KRB", "\"\"\n\" KRB"), HasSubstr("classes has an empty label"));
    EXPECT_THAT(wrong(krb, " KRB Ib ", "KRB I "),
                HasSubstr("classes has \"KRB I\" twice; blanks at the ends do not count"));
    EXPECT_THAT(wrong(krb, "column =", "labels = [\"a\", \"b\"]\ncolumn ="),
                HasSubstr("labels lacks \"tinggi\", which classes names"));
    const std::string radii = "[[hazard]]\nid = \"g\"\nfile = \"batas.gpkg\"\nkind = \"buffers\"\nradii_km = [1]\n";
    EXPECT_THAT(wrong(radii, "[1]", "[]"), HasSubstr("radii_km is empty"));
    EXPECT_THAT(wrong(radii, "[1]", "[0]"), HasSubstr("must lie between 0.001 and 1000 km; found 0"));
    EXPECT_THAT(wrong(radii, "[1]", "[1, 2, 3, 4, 5, 6, 7, 8, 9]"), HasSubstr("makes 9 classes; the most is 8"));
    EXPECT_THAT(wrong(radii, "kind", "column = \"a\"\nkind"), HasSubstr("column does not go with kind = \"buffers\""));
}

}  // namespace
}  // namespace papar
