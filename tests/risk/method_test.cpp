#include "engine/base/error.hpp"

#include "tests/risk/risk_fixture.hpp"
#include "tests/support/overlay_input.hpp"
#include <gmock/gmock.h>

namespace papar {
namespace {

using test::choice;
using test::entry;
using ::testing::HasSubstr;

std::vector<std::string> sentences(const ResolvedMethod& resolved) {
    std::vector<std::string> all;
    for (const Finding& finding : resolved.findings) {
        all.push_back(finding.sentence);
    }
    return all;
}

TEST(ResolveMethod, CompleteProfileLeavesNothingOut) {
    const ResolvedMethod resolved = resolve_method(test::social_profile(), test::flood_question(test::thirds()));
    EXPECT_THAT(sentences(resolved), ::testing::IsEmpty());
    const HazardMethod& flood = resolved.method.hazards.front();
    EXPECT_TRUE(flood.vulnerability);
    EXPECT_TRUE(flood.risk);
    EXPECT_FALSE(resolved.method.needs_zone_sums());
    EXPECT_EQ(resolved.used.size(), 22U);  // all entries of the profile but index.collapse_five
}

TEST(ResolveMethod, WhatNobodyKnowsIsLeftOutAndNamed) {
    Profile profile = test::social_profile();
    profile.entries.erase("weight.banjir.social");
    const ResolvedMethod resolved = resolve_method(profile, test::flood_question(test::thirds()));
    EXPECT_FALSE(resolved.method.hazards.front().vulnerability);
    EXPECT_THAT(sentences(resolved), ::testing::ElementsAre(HasSubstr("weight.banjir.social")));
}

TEST(ResolveMethod, RecalledEntriesAreNamed) {
    Profile profile = test::social_profile();
    profile.entries["risk.form"].status = NumberStatus::recalled;
    const ResolvedMethod resolved = resolve_method(profile, test::flood_question(test::thirds()));
    EXPECT_THAT(sentences(resolved), ::testing::ElementsAre(HasSubstr("1 entry used here is recalled")));
    EXPECT_THAT(sentences(resolved).front(), HasSubstr("risk.form"));
}

TEST(ResolveMethod, GroupWithoutFiguresLeavesOutSocialVulnerability) {
    RiskQuestion question = test::flood_question(test::thirds());
    question.group_parameters = {"poverty"};
    const ResolvedMethod resolved = resolve_method(test::social_profile(), question);
    EXPECT_FALSE(resolved.method.social);
    EXPECT_FALSE(resolved.method.hazards.front().vulnerability);
    EXPECT_THAT(sentences(resolved).front(), HasSubstr("no group for age"));
}

TEST(ResolveMethod, WithoutCapacityThereIsVulnerabilityButNoRisk) {
    RiskQuestion question = test::flood_question(test::thirds());
    question.capacity = false;
    const ResolvedMethod resolved = resolve_method(test::social_profile(), question);
    EXPECT_TRUE(resolved.method.hazards.front().vulnerability);
    EXPECT_FALSE(resolved.method.hazards.front().risk);
}

TEST(ResolveMethod, FiveClassesCollapseToThree) {
    HazardClasses five{HazardKind::classes, 0, {}, OnBreak::lower, {1, 2, 3, 4, 5}, {"sr", "r", "s", "t", "st"}};
    const ResolvedMethod resolved = resolve_method(test::social_profile(), test::flood_question(five));
    EXPECT_THAT(resolved.method.hazards.front().three, ::testing::ElementsAre(1, 1, 2, 3, 3));
}

TEST(ResolveMethod, TwoClassesHaveNoPlaceInTheMethod) {
    HazardClasses two{HazardKind::index, 0, {0.5}, OnBreak::lower, {}, {"rendah", "tinggi"}};
    const ResolvedMethod resolved = resolve_method(test::social_profile(), test::flood_question(two));
    EXPECT_FALSE(resolved.method.hazards.front().known);
    EXPECT_THAT(sentences(resolved).front(), HasSubstr("it has 2 classes"));
}

TEST(ResolveMethod, MatricesMustComeFromTheStudy) {
    Profile profile = test::social_profile();
    profile.entries["risk.form"] = choice("matrix");
    const ResolvedMethod resolved = resolve_method(profile, test::flood_question(test::thirds()));
    EXPECT_FALSE(resolved.method.hazards.front().risk);
    EXPECT_THAT(sentences(resolved).front(), HasSubstr("risk.matrix.threat"));
}

TEST(ResolveMethod, MultiHazardWeightsMustAddUpToOne) {
    Profile profile = test::social_profile();
    profile.entries["multi_weight.banjir"] = entry({0.9});
    EXPECT_THROW((void)resolve_method(profile, test::flood_question(test::thirds())), Error);
}

// A weight for one of two hazards is no weighting: it is said, and does not count as used.
TEST(ResolveMethod, MultiHazardWeightsAreForAllOrNone) {
    RiskQuestion question = test::flood_question(test::thirds());
    question.hazards.push_back({"longsor", "tanah_longsor", test::thirds(), false});
    Profile profile = test::social_profile();
    for (const char* component : {"social", "physical", "economic", "environmental"}) {
        profile.entries[std::string("applies.tanah_longsor.") + component] = entry({0});
    }
    profile.entries["multi_weight.banjir"] = entry({1});
    const ResolvedMethod resolved = resolve_method(profile, question);
    EXPECT_THAT(resolved.method.multi_weights, ::testing::IsEmpty());
    EXPECT_THAT(sentences(resolved), ::testing::Contains(HasSubstr("multi_weight.tanah_longsor")));
    for (const UsedEntry& used : resolved.used) {
        EXPECT_NE(used.path, "multi_weight.banjir");
    }
}

// Numbers of a component that is left out, or applies to no hazard, are not used, and not named as recalled.
TEST(ResolveMethod, NumbersOfWhatIsLeftOutAreNotUsed) {
    Profile profile = test::social_profile();
    profile.entries["physical.basis"] = choice("hectare");
    profile.entries["physical.houses.weight"] = entry({0.4}, NumberStatus::recalled);
    EXPECT_THAT(sentences(resolve_method(profile, test::flood_question(test::thirds()))), ::testing::IsEmpty());
    profile.entries["applies.banjir.physical"] = entry({1});
    for (const Finding& finding : resolve_method(profile, test::flood_question(test::thirds())).findings) {
        EXPECT_EQ(finding.id, "risk.left_out");
    }
}

TEST(ResolveMethod, NothingWorksWithoutClassLimits) {
    Profile profile = test::social_profile();
    profile.entries.erase("index.breaks");
    EXPECT_THROW((void)resolve_method(profile, test::flood_question(test::thirds())), Error);
}

}  // namespace
}  // namespace papar
