#include "engine/base/error.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/profile_reading.hpp"
#include "engine/risk/read_components.hpp"
#include "engine/risk/read_hazard_method.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace papar {

namespace {

constexpr double weights_tolerance = 1e-9;

class Resolver {
public:
    Resolver(const Profile& profile, const RiskQuestion& question)
        : reading_(profile, question), entries_(reading_.entries) {}

    ResolvedMethod resolve() {
        read_essentials();
        read_capacity();
        read_form();
        read_people_per_house();
        method_.social = read_social(reading_);
        method_.physical = read_values(reading_, "physical", true);
        method_.economic = read_values(reading_, "economic", false);
        method_.environmental = read_environmental(reading_);
        for (const RiskQuestion::Hazard& hazard : reading_.question.hazards) {
            method_.hazards.push_back(read_hazard_method(reading_, method_, has_form_, hazard));
        }
        read_multi_weights();
        return {std::move(method_), entries_.used(), reading_.findings()};
    }

private:
    template <typename Value>
    Value essential(const std::string& path, std::optional<Value> value) {
        if (!value) {
            throw error(ErrorKind::usage,
                        "profile {}: it has no {}, without which there are no classes; give it in "
                        "[profile.set]",
                        reading_.profile_id(), path);
        }
        return *std::move(value);
    }

    void read_essentials() {
        method_.breaks = to_array<2>(essential("index.breaks", entries_.numbers("index.breaks")));
        method_.scores = to_array<3>(essential("index.scores", entries_.numbers("index.scores")));
        method_.zone_rule = rule(essential("rollup.zone", entries_.choice("rollup.zone")));
        method_.level_rule = rule(essential("rollup.level", entries_.choice("rollup.level")));
        (void)entries_.take_missing();
    }

    static RollUpRule rule(const std::string& word) {
        return word == "dominant" ? RollUpRule::dominant : word == "max" ? RollUpRule::max : RollUpRule::mean_index;
    }

    void read_capacity() {
        if (!reading_.question.capacity) {
            reading_.leave_out("capacity", "no capacity and no risk", "the study has no [capacity]");
            return;
        }
        const auto ikd = entries_.number("capacity.ikd_weight");
        const auto ikm = entries_.number("capacity.ikm_weight");
        const auto breaks = entries_.numbers("capacity.breaks");
        if (!ikd || !ikm || !breaks) {
            reading_.leave_out("capacity", "no capacity and no risk", "");
            return;
        }
        method_.capacity = true;
        method_.ikd_weight = *ikd;
        method_.ikm_weight = *ikm;
        method_.capacity_breaks = to_array<2>(*breaks);
    }

    void read_people_per_house() {
        method_.people_per_house = entries_.number("houses.people_per_house");
        if (!method_.people_per_house) {
            reading_.leave_out("houses", "no number of houses", "");
        }
    }

    void read_form() {
        const auto form = entries_.choice("risk.form");
        if (!form) {
            reading_.leave_out("risk", "no risk", "");
            return;
        }
        method_.form = *form == "matrix" ? RiskForm::matrix : RiskForm::cube_root;
        has_form_ = method_.form == RiskForm::cube_root || read_matrices();
    }

    bool read_matrices() {
        bool all = true;
        const std::array<std::pair<const char*, std::array<int, 9>*>, 4> wanted = {
            {{"risk.matrix.threat", &method_.threat},
             {"risk.matrix.loss", &method_.loss},
             {"risk.matrix.capacity", &method_.capacity_matrix},
             {"risk.matrix.risk", &method_.risk}}};
        for (const auto& [path, matrix] : wanted) {
            const auto cells = entries_.numbers(path);
            all = all && cells.has_value();
            for (std::size_t i = 0; cells && i < matrix->size(); ++i) {
                (*matrix)[i] = static_cast<int>((*cells)[i]);
            }
        }
        if (!all) {
            reading_.leave_out("risk", "no risk by matrices", "");
        }
        return all;
    }

    // A weighted index of several hazards needs the weight and the index of each.
    void read_multi_weights() {
        const UsedProfile::Mark mark = entries_.mark();
        std::vector<double> weights;
        std::vector<std::string> without_index;
        std::vector<std::string> without_type;
        for (std::size_t i = 0; i < method_.hazards.size(); ++i) {
            const RiskQuestion::Hazard& hazard = reading_.question.hazards[i];
            if (hazard.type.empty()) {
                without_type.push_back(hazard.id);
            } else if (const auto weight = entries_.number(fmt::format("multi_weight.{}", hazard.type))) {
                weights.push_back(*weight);
            }
            if (!method_.hazards[i].known) {
                without_index.push_back(hazard.id);
            }
        }
        if (weights.empty()) {
            (void)entries_.take_missing();  // no source has any, and the study wants none
            return;
        }
        if (weights.size() < method_.hazards.size() || !without_index.empty()) {
            entries_.forget_since(mark);
            reading_.leave_out(
                "multi-hazard", "no weighted index of several hazards",
                without_type.empty()
                    ? fmt::format("there is no index of {}", fmt::join(without_index, ", "))
                    : fmt::format("the type of {} is not known; name one in `type`", fmt::join(without_type, ", ")));
            return;
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        if (std::abs(sum - 1) > weights_tolerance) {
            throw error(ErrorKind::usage,
                        "profile {}: the weights multi_weight of the study's hazards add up to {:.6g}, not 1",
                        reading_.profile_id(), sum);
        }
        method_.multi_weights = std::move(weights);
    }

    ProfileReading reading_;
    UsedProfile& entries_;
    RiskMethod method_;
    bool has_form_ = false;
};

}  // namespace

ResolvedMethod resolve_method(const Profile& profile, const RiskQuestion& question) {
    return Resolver(profile, question).resolve();
}

}  // namespace papar
