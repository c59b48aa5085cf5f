// A profile: the method of a risk assessment as data. Every number and every choice says where it comes from and how
// sure that is.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace papar {

enum class NumberStatus {
    seen,      // read in the source named
    computed,  // worked out from what the source says
    recalled,  // believed to be in the source named, which nobody has read: a finding names it where it is used
    study,     // given by the study
};

// One entry of a profile.
struct ProfileEntry {
    std::variant<std::vector<double>, std::string> value;  // a number is a list of one; a text is a choice
    std::string source;                                    // "Perka BNPB 2/2012 hlm. 29"
    NumberStatus status = NumberStatus::study;
    std::string where;  // "perka-2012.toml:12:8", "study.toml:40:1"; for sentences
};

// Entries by dotted path: "social.density.weight". What nobody knows is not there; docs/profiles.md lists all paths.
struct Profile {
    std::string id;     // "perka-2012"
    std::string title;  // for people
    std::map<std::string, ProfileEntry> entries;
};

}  // namespace papar
