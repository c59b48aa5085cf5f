#include "engine/compare/comparison.hpp"

#include "tests/compare/results.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace papar {
namespace {

using test::record;
using test::result;
using testing::ElementsAre;
using testing::IsEmpty;

// 100 people on 10 ha: 40 people and 3 ha low, 60 people and 7 ha without hazard.
test::ZoneFiguresByHand juai() {
    return {"01", "Juai", 1, 100, 10, {40, 3}, {60, 7}};
}

Causes causes(const Json& record_b, const test::ZoneFiguresByHand& zone_b) {
    const RunResult a = result(record(), {juai()});
    const RunResult b = result(record_b, {zone_b});
    return compare_results(a, b).zones.at(0).hazards.at(0).causes;
}

TEST(Comparison, EqualResultsAreEqual) {
    const RunResult a = result(record(), {juai()});
    const RunResult b = result(record(), {juai()});
    const Comparison comparison = compare_results(a, b);
    EXPECT_TRUE(comparison.equal());
    EXPECT_THAT(comparison.changes, IsEmpty());
    EXPECT_THAT(comparison.zones[0].hazards[0].causes, IsEmpty());
}

TEST(Comparison, TheLastDigitIsNoDifference) {
    test::ZoneFiguresByHand other = juai();
    other.low.people = 40.000001;  // two roundings of half a millionth
    const RunResult a = result(record(), {juai()});
    const RunResult b = result(record(), {other});
    EXPECT_TRUE(compare_results(a, b).equal());
    other.low.people = 40.000002;
    EXPECT_FALSE(compare_results(a, result(record(), {other})).equal());
}

TEST(Comparison, SumsCountWhatIsInOneResultOnly) {
    const RunResult a = result(record(), {juai(), {"02", "Awayan", 1, 10, 2, {5, 1}, {5, 1}}});
    const RunResult b = result(record(), {juai(), {"03", "Lampihong", 1, 30, 4, {6, 1}, {24, 3}}});
    const Comparison comparison = compare_results(a, b);
    ASSERT_EQ(comparison.zones.size(), 3U);
    EXPECT_EQ(comparison.zones[0].in, ComparedZone::In::both);
    EXPECT_EQ(comparison.zones[1].in, ComparedZone::In::only_b);
    EXPECT_EQ(comparison.zones[1].code, "03");
    EXPECT_EQ(comparison.zones[2].in, ComparedZone::In::only_a);
    EXPECT_EQ(comparison.zones[2].whole.people.change(), std::nullopt);
    EXPECT_EQ(comparison.total.whole.people.a, 110);
    EXPECT_EQ(comparison.total.whole.people.b, 130);
    EXPECT_EQ(comparison.total.hazards[0].parts[0].people.change(), 1);  // 40 + 6 - (40 + 5)
    EXPECT_THAT(comparison.zones[1].hazards[0].causes, ElementsAre(Cause::border));
}

TEST(Comparison, ZonesWithoutCodesAreMatchedByNameEqualNamesInTheirOrder) {
    const auto zone = [](const char* code, const char* name, double people) {
        return test::ZoneFiguresByHand{code, name, 1, people, 1, {}, {}};
    };
    const RunResult a = result(record(), {zone("1", "Suka", 1), zone("2", "Maju", 2), zone("3", "Suka", 3)}, false);
    const RunResult b = result(record(), {zone("1", "Maju", 2), zone("2", "Suka", 1), zone("3", "Suka", 3)});
    const Comparison comparison = compare_results(a, b);
    EXPECT_FALSE(comparison.by_code);
    EXPECT_TRUE(comparison.equal());
}

TEST(Comparison, ClassesOfOneResultOnlyComeBeforeNoHazard) {
    const RunResult a = result(record(), {juai()});
    RunResult b = result(record(), {juai()});
    b.parts = {{"banjir", "tinggi"}, {"banjir", "nihil"}};
    const Comparison comparison = compare_results(a, b);
    EXPECT_THAT(comparison.hazards[0].parts, ElementsAre("rendah", "tinggi", "nihil"));
    const ComparedHazard& hazard = comparison.zones[0].hazards[0];
    EXPECT_EQ(hazard.parts[0].people.a, 40);
    EXPECT_EQ(hazard.parts[0].people.b, std::nullopt);
    EXPECT_EQ(hazard.parts[1].people.b, 40);
}

TEST(Attribution, OnePossibleCauseIsTheCause) {
    EXPECT_THAT(causes(record("other"), {"01", "Juai", 1, 110, 10, {50, 3}, {60, 7}}), ElementsAre(Cause::population));
    EXPECT_THAT(causes(record("p", "other"), {"01", "Juai", 1, 100, 10, {50, 4}, {50, 6}}), ElementsAre(Cause::hazard));
    EXPECT_THAT(causes(record("p", "f", "z", {0.5}), {"01", "Juai", 1, 100, 10, {50, 4}, {50, 6}}),
                ElementsAre(Cause::hazard));
    EXPECT_THAT(causes(record("p", "f", "other"), {"01", "Juai", 2, 110, 12, {45, 4}, {65, 8}}),
                ElementsAre(Cause::border));
}

TEST(Attribution, FiguresRuleCausesOut) {
    const Json all = record("other", "other", "other");
    // The same shape, the same people, other areas of classes: neither border nor population.
    EXPECT_THAT(causes(all, {"01", "Juai", 1, 100, 10, {50, 4}, {50, 6}}), ElementsAre(Cause::hazard));
    // The same areas: neither border nor hazard, though the zone's people are the same.
    EXPECT_THAT(causes(all, {"01", "Juai", 1, 100, 10, {50, 3}, {50, 7}}), ElementsAre(Cause::population));
    // The same shape, other people, other areas: both.
    EXPECT_THAT(causes(all, {"01", "Juai", 1, 110, 10, {50, 4}, {60, 6}}),
                ElementsAre(Cause::population, Cause::hazard));
    // Another shape: nothing but what the figures exclude.
    EXPECT_THAT(causes(all, {"01", "Juai", 2, 100, 12, {40, 3}, {60, 9}}), ElementsAre(Cause::border, Cause::hazard));
}

TEST(Attribution, NothingRecordedIsNoCause) {
    EXPECT_THAT(causes(record(), {"01", "Juai", 1, 110, 10, {50, 3}, {60, 7}}), IsEmpty());
    Json newer = record();
    newer["versions"]["papar"] = "2";
    EXPECT_THAT(causes(newer, {"01", "Juai", 1, 110, 10, {50, 3}, {60, 7}}), ElementsAre(Cause::program));
}

TEST(Attribution, AnotherBeginningOfARingIsNoOtherBorder) {
    const RunResult a = result(record(), {juai()});
    RunResult b = result(record("p", "f", "other"), {juai()});
    b.layer.zones[0].shape.vertices = {{1, 1}, {1, 0}, {0, 0}, {0, 1}, {1, 1}};
    EXPECT_FALSE(compare_results(a, b).zones[0].border_moved);
}

}  // namespace
}  // namespace papar
