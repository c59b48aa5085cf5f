// A profile being read for one study: what is asked for, what was found, and what has to be left out.
#pragma once

#include "engine/risk/method.hpp"
#include "engine/risk/used_profile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace papar {

inline constexpr std::array<const char*, component_count> component_names = {"social", "physical", "economic",
                                                                             "environmental"};

class ProfileReading {
public:
    ProfileReading(const Profile& profile, const RiskQuestion& asked)
        : question(asked), entries(profile), profile_(profile) {}

    const RiskQuestion& question;
    UsedProfile entries;

    // A finding that `what` is left out, and why: entries asked for in vain, or `reason`.
    void leave_out(const std::string& subject, const std::string& what, const std::string& reason);
    // Whether a component matters to any hazard of the study; not known counts.
    [[nodiscard]] bool any_applies(const std::string& component) const;
    [[nodiscard]] const std::string& profile_id() const { return profile_.id; }
    // What was left out, and the entries that nobody has read in their source.
    [[nodiscard]] Findings findings() const;

private:
    const Profile& profile_;
    Findings left_out_;
};

// Precondition: the list has at least N numbers.
template <std::size_t N>
[[nodiscard]] std::array<double, N> to_array(const std::vector<double>& list) {
    std::array<double, N> array{};
    std::copy_n(list.begin(), N, array.begin());
    return array;
}

}  // namespace papar
