#include "engine/risk/used_profile.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace papar {

const ProfileEntry* UsedProfile::entry(const std::string& path) {
    const auto found = profile_.entries.find(path);
    if (found == profile_.entries.end()) {
        missing_.push_back(path);
        return nullptr;
    }
    used_.insert(path);
    return &found->second;
}

std::optional<std::vector<double>> UsedProfile::numbers(const std::string& path) {
    const ProfileEntry* found = entry(path);
    return found != nullptr ? std::optional(std::get<std::vector<double>>(found->value)) : std::nullopt;
}

std::optional<double> UsedProfile::number(const std::string& path) {
    const std::optional<std::vector<double>> found = numbers(path);
    return found ? std::optional(found->front()) : std::nullopt;
}

std::optional<std::string> UsedProfile::choice(const std::string& path) {
    const ProfileEntry* found = entry(path);
    return found != nullptr ? std::optional(std::get<std::string>(found->value)) : std::nullopt;
}

std::vector<std::string> UsedProfile::take_missing() {
    return std::exchange(missing_, {});
}

std::vector<UsedEntry> UsedProfile::used() const {
    std::vector<UsedEntry> list;
    for (const std::string& path : used_) {
        list.push_back({path, profile_.entries.at(path)});
    }
    return list;
}

Findings UsedProfile::findings() const {
    std::vector<std::string> recalled;
    for (const std::string& path : used_) {
        if (profile_.entries.at(path).status == NumberStatus::recalled) {
            recalled.push_back(path);
        }
    }
    if (recalled.empty()) {
        return {};
    }
    return {{"profile.recalled",
             profile_.id,
             fmt::format("profile {}: {} used here {} recalled, not read in the source named; check against the "
                         "document before the figures are signed: {}",
                         profile_.id, recalled.size() == 1 ? "1 entry" : fmt::format("{} entries", recalled.size()),
                         recalled.size() == 1 ? "is" : "are", fmt::join(recalled, ", ")),
             {{"entries", static_cast<double>(recalled.size())}}}};
}

}  // namespace papar
