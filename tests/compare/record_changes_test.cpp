#include "engine/compare/record_changes.hpp"

#include "tests/compare/results.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::record;
using testing::IsEmpty;

TEST(RecordChanges, InputsByRoleAndContent) {
    const std::vector<RecordChange> changes = record_changes(record("p"), record("q"));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].what, RecordChange::What::input);
    EXPECT_EQ(changes[0].key, "population");
    EXPECT_EQ(changes[0].a, "p.tif (1 bytes, SHA-256 p...)");
    EXPECT_EQ(changes[0].b, "q.tif (1 bytes, SHA-256 q...)");
    EXPECT_EQ(changes[0].cause, Cause::population);
}

TEST(RecordChanges, ACopyUnderAnotherNameIsTheSameInput) {
    Json moved = record();
    moved["inputs"][0]["name"] = "lain/penduduk.tif";
    EXPECT_THAT(record_changes(record(), moved), IsEmpty());
    moved["study"]["settings"]["zones"]["file"] = "lain";
    const std::vector<RecordChange> changes = record_changes(record(), moved);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].cause, Cause::none);
}

TEST(RecordChanges, SettingsKeyByKeyHazardsById) {
    Json other = record("p", "f", "z", {1, 2});
    other["study"]["settings"]["zones"]["code"] = "kode_desa";
    other["study"]["settings"]["zones"].erase("file");
    other["study"]["settings"]["grid"] = {{"area", "planar"}};
    const std::vector<RecordChange> changes = record_changes(record(), other);
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_EQ(changes[0].key, "zones.code");
    EXPECT_EQ(changes[0].cause, Cause::border);
    EXPECT_EQ(changes[1].key, "hazard.banjir.breaks");
    EXPECT_EQ(changes[1].a, "[1]");
    EXPECT_EQ(changes[1].b, "[1,2]");
    EXPECT_EQ(changes[1].cause, Cause::hazard);
    EXPECT_EQ(changes[1].hazard, "banjir");
    EXPECT_EQ(changes[2].key, "grid.area");
    EXPECT_EQ(changes[2].a, "");
    EXPECT_EQ(changes[2].cause, Cause::method);
    EXPECT_EQ(changes[3].key, "zones.file");
    EXPECT_EQ(changes[3].b, "");
}

TEST(RecordChanges, TablesAndBuildingsArePeople) {
    for (const char* role : {"population_table", "crosswalk", "buildings"}) {
        Json other = record();
        other["inputs"].push_back({{"role", role}, {"name", "x"}, {"bytes", 1}, {"sha256", "x"}});
        const std::vector<RecordChange> changes = record_changes(record(), other);
        ASSERT_EQ(changes.size(), 1U);
        EXPECT_EQ(changes[0].cause, Cause::population) << role;
    }
}

// Groups are told apart afterwards: they change none of the compared figures.
TEST(RecordChanges, GroupsChangeNoFigure) {
    Json other = record();
    other["study"]["settings"]["population"]["group"] = {{{"id", "lansia"}, {"share", 0.1}}};
    const std::vector<RecordChange> changes = record_changes(record(), other);
    ASSERT_FALSE(changes.empty());
    for (const RecordChange& change : changes) {
        EXPECT_EQ(change.cause, Cause::none) << change.key;
    }
}

TEST(RecordChanges, AlternativesChangeNoFigure) {
    Json other = record();
    other["study"]["settings"]["hazard"][0]["alternative"] = {{"breaks", {2}}};
    other["inputs"].push_back({{"role", "population:lain"}, {"name", "x"}, {"bytes", 1}, {"sha256", "x"}});
    for (const RecordChange& change : record_changes(record(), other)) {
        EXPECT_EQ(change.cause, Cause::none) << change.key;
    }
}

}  // namespace
}  // namespace papar
