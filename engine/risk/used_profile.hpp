// A profile that remembers which of its entries were asked for, so that the outputs can list them.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/risk/profile_settings.hpp"
#include "engine/risk/risk_result.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace papar {

class UsedProfile {
public:
    explicit UsedProfile(const Profile& profile) : profile_(profile) {}

    // Nothing where nobody knows; the path is then among missing(). What is there counts as used.
    [[nodiscard]] std::optional<std::vector<double>> numbers(const std::string& path);
    [[nodiscard]] std::optional<double> number(const std::string& path);
    [[nodiscard]] std::optional<std::string> choice(const std::string& path);

    // What was used up to now; what was used after `mark` counts as not used: it belongs to what was left out.
    using Mark = std::set<std::string>;
    [[nodiscard]] Mark mark() const { return used_; }
    void forget_since(const Mark& mark) { used_ = mark; }

    // Paths asked for in vain since the last call.
    [[nodiscard]] std::vector<std::string> take_missing();
    [[nodiscard]] std::vector<UsedEntry> used() const;
    // One that names every entry used whose source nobody has read; none where there is no such entry.
    [[nodiscard]] Findings findings() const;

private:
    [[nodiscard]] const ProfileEntry* entry(const std::string& path);

    const Profile& profile_;
    std::set<std::string> used_;
    std::vector<std::string> missing_;
};

}  // namespace papar
