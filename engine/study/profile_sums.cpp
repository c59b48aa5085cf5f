#include "engine/study/profile_sums.hpp"

#include "engine/base/error.hpp"
#include "engine/study/profile_paths.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace papar {

namespace {

const ProfileEntry* find(const Profile& profile, const std::string& path) {
    const auto found = profile.entries.find(path);
    return found != profile.entries.end() ? &found->second : nullptr;
}

double number(const ProfileEntry& entry) {
    return std::get<std::vector<double>>(entry.value).front();
}

// `paths`: weights of one group, those that may be absent too.
void require_sum(const Profile& profile, const std::vector<std::string>& paths) {
    constexpr double tolerance = 1e-9;
    double sum = 0;
    bool complete = true;
    std::string where;
    std::vector<std::string> terms;
    for (const std::string& path : paths) {
        const ProfileEntry* entry = find(profile, path);
        if (entry == nullptr) {
            complete = false;
            continue;
        }
        sum += number(*entry);
        terms.push_back(fmt::format("{} = {}", path, number(*entry)));
        if (where.empty() || entry->status == NumberStatus::study) {
            where = entry->where;
        }
    }
    if (sum > 1 + tolerance || (complete && std::abs(sum - 1) > tolerance)) {
        throw error(ErrorKind::usage, "{}: the weights {} sum to {:.10g}; they must sum to 1", where,
                    fmt::join(terms, ", "), sum);
    }
}

// "<prefix>.<word><suffix>" for every word of the wildcard.
std::vector<std::string> group(const std::string& prefix, std::string_view wildcard, const std::string& suffix = "") {
    std::vector<std::string> paths;
    for (const std::string& word : profile_words(wildcard)) {
        paths.push_back(prefix + "." + word + suffix);
    }
    return paths;
}

// A component that does not apply has no part in the sum.
std::vector<std::string> components(const Profile& profile, const std::string& type) {
    std::vector<std::string> paths;
    for (const std::string& component : profile_words("<component>")) {
        const ProfileEntry* applies = find(profile, "applies." + type + "." + component);
        if (applies == nullptr || number(*applies) == 1) {
            paths.push_back("weight." + type + "." + component);
        }
    }
    return paths;
}

std::vector<std::string> given(const Profile& profile, std::vector<std::string> paths) {
    std::erase_if(paths, [&](const std::string& path) { return find(profile, path) == nullptr; });
    return paths;
}

}  // namespace

void require_sums_of_weights(const Profile& profile) {
    require_sum(profile, group("social", "<social>", ".weight"));
    require_sum(profile, group("physical", "<physical>", ".weight"));
    require_sum(profile, group("economic", "<economic>", ".weight"));
    require_sum(profile, {"capacity.ikd_weight", "capacity.ikm_weight"});
    for (const std::string& type : profile_words("<type>")) {
        require_sum(profile, components(profile, type));
        require_sum(profile, group("environmental_weight." + type, "<cover>"));
    }
    if (const auto weights = given(profile, group("multi_weight", "<type>")); !weights.empty()) {
        require_sum(profile, weights);
    }
}

}  // namespace papar
