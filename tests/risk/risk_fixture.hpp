// A method for tests, and the profile entries it comes from.
#pragma once

#include "engine/risk/method.hpp"

#include <string>
#include <utility>
#include <vector>

namespace papar::test {

inline ProfileEntry entry(std::vector<double> value, NumberStatus status = NumberStatus::seen) {
    return {std::move(value), "test", status, ""};
}
inline ProfileEntry choice(std::string value) {
    return {std::move(value), "test", NumberStatus::seen, ""};
}

// Social only: density 0.6 (500, 1,000 people per km2), two groups 0.2 each (20 %, 40 %); thirds; capacity 0.4 and 0.6.
inline Profile social_profile() {
    Profile profile{"uji", "Uji", {}};
    profile.entries = {{"index.breaks", entry({1.0 / 3, 2.0 / 3})},
                       {"index.scores", entry({1.0 / 3, 2.0 / 3, 1})},
                       {"index.collapse_five", entry({1, 1, 2, 3, 3})},
                       {"houses.people_per_house", entry({5})},
                       {"rollup.zone", choice("dominant")},
                       {"rollup.level", choice("max")},
                       {"social.density.weight", entry({0.6})},
                       {"social.density.limits", entry({500, 1000})},
                       {"social.poverty.weight", entry({0.2})},
                       {"social.poverty.limits", entry({0.2, 0.4})},
                       {"social.age.weight", entry({0.2})},
                       {"social.age.limits", entry({0.2, 0.4})},
                       {"social.sex_ratio.weight", entry({0})},
                       {"social.disability.weight", entry({0})},
                       {"applies.banjir.social", entry({1})},
                       {"applies.banjir.physical", entry({0})},
                       {"applies.banjir.economic", entry({0})},
                       {"applies.banjir.environmental", entry({0})},
                       {"weight.banjir.social", entry({1})},
                       {"capacity.ikd_weight", entry({0.4})},
                       {"capacity.ikm_weight", entry({0.6})},
                       {"capacity.breaks", entry({1.0 / 3, 2.0 / 3})},
                       {"risk.form", choice("cube_root")}};
    return profile;
}

inline RiskQuestion flood_question(const HazardClasses& classes) {
    RiskQuestion question;
    question.hazards = {{"banjir", "banjir", classes, false}};
    question.group_parameters = {"poverty", "age"};
    question.capacity = true;
    return question;
}

}  // namespace papar::test
