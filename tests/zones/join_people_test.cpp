#include "engine/zones/join_people.hpp"

#include "engine/base/error.hpp"
#include "engine/zones/place_name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace papar {
namespace {

using ::testing::HasSubstr;

ZoneLayer layer(const std::vector<std::pair<std::string, std::string>>& zones) {
    ZoneLayer made;
    made.name = "desa";
    for (const auto& [code, name] : zones) {
        made.zones.push_back({code, name, {}});
    }
    return made;
}

// Rows of 10, 20, 30, … people on lines 2, 3, 4, …
OfficialTable table(const std::vector<std::array<std::string, 3>>& rows) {
    OfficialTable made{"resmi.csv", "line", {}};
    for (const auto& [code, name, parent] : rows) {
        const auto number = static_cast<std::int64_t>(made.rows.size()) + 1;
        made.rows.push_back({number + 1, code, name, parent, People(10.0 * static_cast<double>(number)), {}});
    }
    return made;
}

std::vector<MatchKind> kinds(const OfficialPeople& official) {
    std::vector<MatchKind> all;
    std::ranges::transform(official.matches, std::back_inserter(all), &PeopleMatch::kind);
    return all;
}

std::vector<std::string> ids(const Findings& findings) {
    std::vector<std::string> all;
    std::ranges::transform(findings, std::back_inserter(all), &Finding::id);
    return all;
}

TEST(PlaceName, SpellingHabitsAreTakenAway) {
    for (const char* name : {"Batumandi", "Batu Mandi", "BATU-MANDI", "Kec. Batu Mandi", "kecamatan batu mandi",
                             "Kec.Batumandi", "Desa Batu Mandi", "Kel. Batu Mandi"}) {
        EXPECT_EQ(plain_place_name(name), "batumandi") << name;
    }
    EXPECT_EQ(plain_place_name("Jum'at"), plain_place_name("Jum\u2019at"));
    EXPECT_EQ(plain_place_name("Kelapa Dua"), "kelapadua");  // begins like Kel. and is not
    EXPECT_EQ(plain_place_name("Desa"), "desa");             // nothing else is left
    EXPECT_NE(plain_place_name("Kota Bogor"), plain_place_name("Kab. Bogor"));
}

TEST(JoinPeople, CodesAreText) {
    Findings findings;
    const OfficialPeople official =
        join_by_code(layer({{"01.10", "A"}, {"01.1", "B"}}), table({{"01.1", "", ""}, {"01.10", "", ""}}), findings);
    EXPECT_EQ(official.people[0]->value(), 20);
    EXPECT_EQ(official.people[1]->value(), 10);
    EXPECT_TRUE(findings.empty());
}

TEST(JoinPeople, WhatIsLeftOverIsListedWithItsPeople) {
    Findings findings;
    const OfficialPeople official =
        join_by_code(layer({{"1", "A"}, {"2", "B"}}), table({{"1", "", ""}, {"9", "", ""}}), findings);
    EXPECT_FALSE(official.people[1]);
    EXPECT_EQ(official.total.value(), 30);
    EXPECT_EQ(official.rows_without_zone.value(), 20);
    EXPECT_EQ(kinds(official),
              (std::vector<MatchKind>{MatchKind::code, MatchKind::zone_without_row, MatchKind::row_without_zone}));
    EXPECT_EQ(ids(findings), (std::vector<std::string>{"population.zone_without_row", "population.row_without_zone"}));
    EXPECT_THAT(findings[1].sentence, HasSubstr("20.00 people together"));
}

TEST(JoinPeople, NothingMatches) {
    Findings findings;
    try {
        static_cast<void>(join_by_code(layer({{"3201250", "Gunung Sindur"}}), table({{"32.01.25", "", ""}}), findings));
        FAIL() << "joined";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        EXPECT_THAT(problem.what(), HasSubstr("its first code is \"32.01.25\", that of the layer \"3201250\""));
    }
}

// Two rows of one zone: 10 + 20 people, and groups added: 3 + 4 people; half of 10 + all of 20 = 25.
TEST(JoinPeople, SeveralRowsOfOneZoneAreAdded) {
    OfficialTable rows = table({{"a", "", ""}, {"b", "", ""}});
    rows.rows[0].groups = {{People(3), {}}, {{}, 0.5}};
    rows.rows[1].groups = {{People(4), {}}, {{}, 1.0}};
    Findings findings;
    const OfficialPeople official =
        join_by_crosswalk(layer({{"1", "A"}}), std::move(rows), {{"a", "1"}, {"b", "1"}}, findings);
    EXPECT_EQ(official.people[0]->value(), 30);
    EXPECT_EQ(official.groups[0][0].people->value(), 7);
    EXPECT_EQ(official.groups[0][1].people->value(), 25);
    EXPECT_EQ(kinds(official), (std::vector<MatchKind>{MatchKind::crosswalk, MatchKind::crosswalk}));
}

TEST(JoinPeople, NamesWithinTheirParent) {
    Findings findings;
    const OfficialPeople official =
        join_by_name(layer({{"1", "Sukamaju"}, {"2", "Suka Maju"}}), {"Cibinong", "Parung"},
                     table({{"", "Sukamaju", "Kec. Parung"}, {"", "Sukamaju", "Cibinong"}}), findings);
    EXPECT_EQ(official.people[0]->value(), 20);
    EXPECT_EQ(official.people[1]->value(), 10);
    EXPECT_EQ(kinds(official), (std::vector<MatchKind>{MatchKind::name, MatchKind::normalised_name}));
    EXPECT_EQ(ids(findings), (std::vector<std::string>{"population.matched_by_spelling"}));
}

// Two zones of one name: neither is guessed.
TEST(JoinPeople, AmbiguousNamesFindNothing) {
    Findings findings;
    const OfficialPeople official = join_by_name(layer({{"1", "Sukamaju"}, {"2", "Suka Maju"}, {"3", "Juai"}}), {},
                                                 table({{"", "Sukamaju", "x"}, {"", "Juai", "y"}}), findings);
    EXPECT_FALSE(official.people[0]);
    EXPECT_FALSE(official.people[1]);
    EXPECT_EQ(official.people[2]->value(), 20);
    EXPECT_EQ(official.rows_without_zone.value(), 10);
    EXPECT_THAT(findings[0].sentence, HasSubstr("Sukamaju (line 2)"));
}

}  // namespace
}  // namespace papar
