#include "engine/risk/profile_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace papar {

void ProfileReading::leave_out(const std::string& subject, const std::string& what, const std::string& reason) {
    std::vector<std::string> missing = entries.take_missing();
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    const std::string why = missing.empty()
                                ? reason
                                : fmt::format("profile {} does not know {}; give what you know in [profile.set]",
                                              profile_.id, fmt::join(missing, ", "));
    left_out_.push_back({"risk.left_out", subject, fmt::format("{}: {}: {}", subject, what, why), {}, missing});
}

bool ProfileReading::any_applies(const std::string& component) const {
    return std::any_of(question.hazards.begin(), question.hazards.end(), [&](const auto& hazard) {
        const auto found = profile_.entries.find(fmt::format("applies.{}.{}", hazard.type, component));
        return found == profile_.entries.end() || std::get<std::vector<double>>(found->second.value).front() != 0;
    });
}

Findings ProfileReading::findings() const {
    Findings all = left_out_;
    for (const Finding& finding : entries.findings()) {
        all.push_back(finding);
    }
    return all;
}

}  // namespace papar
