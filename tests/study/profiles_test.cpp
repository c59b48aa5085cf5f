// The shipped profiles: what is in them, where it is from, and what must not be in them. Figures are those of the
// method reference's sections named in the comments.
#include "engine/study/profile_paths.hpp"
#include "engine/study/profile_section.hpp"
#include "engine/study/profile_sums.hpp"
#include "engine/study/shipped_profiles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::vector<double> numbers(const Profile& profile, const std::string& path) {
    const auto found = profile.entries.find(path);
    return found != profile.entries.end() ? std::get<std::vector<double>>(found->second.value) : std::vector<double>();
}

std::string word(const Profile& profile, const std::string& path) {
    return std::get<std::string>(profile.entries.at(path).value);
}

NumberStatus status(const Profile& profile, const std::string& path) {
    return profile.entries.at(path).status;
}

TEST(ShippedProfiles, areThese) {
    std::vector<std::string> ids;
    for (const ShippedProfile& shipped : shipped_profiles()) {
        ids.emplace_back(shipped.id);
        EXPECT_EQ(read_profile(ids.back()).id, shipped.id);
    }
    EXPECT_THAT(ids, UnorderedElementsAre("inarisk", "modul-2019", "perka-2012"));
}

// Neither a number without a source, nor one that only a study can give, nor weights that do not sum to 1.
TEST(ShippedProfiles, everyEntryHasSourceAndStatus) {
    for (const ShippedProfile& shipped : shipped_profiles()) {
        const Profile profile = read_profile(std::string(shipped.id));
        EXPECT_FALSE(profile.title.empty());
        EXPECT_GT(profile.entries.size(), 100U);
        for (const auto& [path, entry] : profile.entries) {
            EXPECT_FALSE(entry.source.empty()) << path;
            EXPECT_NE(entry.status, NumberStatus::study) << path;
            EXPECT_THAT(entry.where, HasSubstr(".toml:")) << path;
        }
        EXPECT_NO_THROW(require_sums_of_weights(profile));
    }
}

// The figures that nobody knows.
TEST(ShippedProfiles, unknownNumbersAreAbsent) {
    for (const ShippedProfile& shipped : shipped_profiles()) {
        const Profile profile = read_profile(std::string(shipped.id));
        for (const auto& [path, entry] : profile.entries) {
            for (const char* unknown : {"physical.basis", "economic.basis", "houses.price", "physical.public.loss",
                                        "physical.critical.loss", "environmental.loss"}) {
                EXPECT_NE(path, unknown);
            }
            for (const char* unknown :
                 {"risk.matrix.", "multi_weight.", "weight.kebakaran_hutan_lahan.", "weight.likuefaksi.",
                  "weight.epidemi_wabah.", "weight.kegagalan_teknologi.", "environmental_weight.tsunami.",
                  "environmental_weight.banjir_bandang.", "applies.kebakaran_hutan_lahan.social"}) {
                EXPECT_FALSE(path.starts_with(unknown)) << path;
            }
        }
    }
}

TEST(ShippedProfiles, perkaHasTheVulnerabilityTables) {
    const Profile perka = read_profile("perka-2012");
    EXPECT_THAT(numbers(perka, "index.scores"), ElementsAre(1.0 / 3, 2.0 / 3, 1));   // 1.1, variant C
    EXPECT_THAT(numbers(perka, "index.collapse_five"), ElementsAre(1, 1, 2, 3, 3));  // 1.3, kekeringan
    EXPECT_THAT(numbers(perka, "hazard.tsunami.depth_breaks"), ElementsAre(1, 3));
    EXPECT_THAT(numbers(perka, "hazard.banjir.fuzzy_spread"), ElementsAre());      // the Modul's
    EXPECT_THAT(numbers(perka, "social.density.limits"), ElementsAre(500, 1000));  // 2.2
    EXPECT_THAT(numbers(perka, "social.age.limits"), ElementsAre(0.2, 0.4));
    EXPECT_EQ(status(perka, "social.density.weight"), NumberStatus::seen);
    EXPECT_THAT(numbers(perka, "physical.houses.limits"), ElementsAre(4e8, 8e8));  // 2.3
    EXPECT_EQ(status(perka, "physical.houses.limits"), NumberStatus::recalled);
    EXPECT_THAT(numbers(perka, "houses.people_per_house"), ElementsAre(5));
    EXPECT_EQ(status(perka, "houses.damage.medium"), NumberStatus::seen);
    EXPECT_EQ(status(perka, "houses.damage.high"), NumberStatus::recalled);
    EXPECT_THAT(numbers(perka, "economic.gdp.limits"), ElementsAre(1e8, 3e8));          // 2.4
    EXPECT_THAT(numbers(perka, "environmental.rawa.limits"), ElementsAre(5, 20));       // 2.5
    EXPECT_THAT(numbers(perka, "environmental_weight.banjir.rawa"), ElementsAre(0.2));  // 30/30/10/10/20
    EXPECT_THAT(numbers(perka, "applies.gempabumi.environmental"), ElementsAre(0));     // 2.1
    EXPECT_EQ(status(perka, "weight.gempabumi.economic"), NumberStatus::seen);          // 2.6
    EXPECT_EQ(status(perka, "weight.gempabumi.social"), NumberStatus::recalled);
    EXPECT_THAT(numbers(perka, "weight.kekeringan.social"), ElementsAre(0.5));
    EXPECT_THAT(numbers(perka, "capacity.ikd_weight"), ElementsAre(0.4));  // 4.3
    EXPECT_EQ(status(perka, "capacity.ikd_weight"), NumberStatus::computed);
    EXPECT_EQ(word(perka, "risk.form"), "cube_root");  // 5.1
    EXPECT_EQ(status(perka, "risk.form"), NumberStatus::recalled);
}

// An entry from the base keeps its own source and place.
TEST(ShippedProfiles, buildOnTheirBase) {
    const Profile modul = read_profile("modul-2019");
    EXPECT_THAT(numbers(modul, "index.breaks"), ElementsAre(0.333, 0.666));
    EXPECT_THAT(numbers(modul, "hazard.banjir.fuzzy_midpoint"), ElementsAre(1.125));
    EXPECT_THAT(numbers(modul, "hazard.banjir.fuzzy_spread"), ElementsAre(1.75));
    EXPECT_EQ(word(modul, "rollup.zone"), "dominant");
    EXPECT_EQ(word(modul, "rollup.level"), "max");
    EXPECT_THAT(modul.entries.at("social.density.weight").where, HasSubstr("perka-2012.toml:"));
    const Profile inarisk = read_profile("inarisk");
    EXPECT_EQ(inarisk.title, "InaRISK BNPB");
    EXPECT_THAT(numbers(inarisk, "index.breaks"), ElementsAre(1.0 / 3, 2.0 / 3));
    EXPECT_THAT(inarisk.entries.at("hazard.banjir.fuzzy_spread").where, HasSubstr("modul-2019.toml:"));
}

TEST(ProfilePaths, areAllDocumented) {
    std::ifstream file(std::string(PAPAR_SOURCE_DIR) + "/docs/profiles.md");
    std::stringstream text;
    text << file.rdbuf();
    for (const ProfilePattern& entry : profile_patterns()) {
        EXPECT_THAT(text.str(), HasSubstr("| `" + std::string(entry.pattern) + "` |"));
        EXPECT_THAT(text.str(), HasSubstr(wanted(entry.shape)));
    }
    // 13 types x 4 components, twice, and so on: the wildcards are written out.
    EXPECT_EQ(profile_paths().count("weight.banjir.social"), 1U);
    EXPECT_EQ(profile_paths().count("environmental_weight.likuefaksi.rawa"), 1U);
}

}  // namespace
}  // namespace papar
