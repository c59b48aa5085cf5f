#include "engine/compare/comparison_json.hpp"

#include "engine/compare/comparison_tables.hpp"
#include "engine/output/published_figures.hpp"

#include <algorithm>

namespace papar {

namespace {

Json number(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

Json figures_json(const std::string& hazard, const Json& part, const ComparedFigures& figures) {
    return {{"hazard", hazard.empty() ? Json() : Json(hazard)},
            {"class", part},
            {"people_a", number(figures.people.a)},
            {"people_b", number(figures.people.b)},
            {"people_change", number(figures.people.change())},
            {"ha_a", number(figures.ha.a)},
            {"ha_b", number(figures.ha.b)},
            {"ha_change", number(figures.ha.change())}};
}

Json totals_json(const Comparison& comparison) {
    Json totals = Json::array({figures_json("", {}, comparison.total.whole)});
    for (std::size_t h = 0; h < comparison.total.hazards.size(); ++h) {
        const ComparedHazard& hazard = comparison.total.hazards[h];
        const HazardPartNames& names = comparison.hazards[h];
        totals.push_back(figures_json(names.id, {}, hazard.exposed));
        for (std::size_t p = 0; p < hazard.parts.size(); ++p) {
            totals.push_back(figures_json(names.id, names.parts[p], hazard.parts[p]));
        }
    }
    return totals;
}

Json zones_json(const Comparison& comparison) {
    Json only_a = Json::array();
    Json only_b = Json::array();
    std::int64_t both = 0;
    std::int64_t changed = 0;
    for (const ComparedZone& zone : comparison.zones) {
        const Json name = {{"code", zone.code}, {"name", zone.name}};
        if (zone.in == ComparedZone::In::only_a) only_a.push_back(name);
        if (zone.in == ComparedZone::In::only_b) only_b.push_back(name);
        both += static_cast<std::int64_t>(zone.in == ComparedZone::In::both);
        changed += static_cast<std::int64_t>(zone.in == ComparedZone::In::both && zone.differs());
    }
    return {{"matched_by", comparison.by_code ? "code" : "name"},
            {"both", both},
            {"changed", changed},
            {"only_a", std::move(only_a)},
            {"only_b", std::move(only_b)}};
}

Json changes_json(const Comparison& comparison) {
    constexpr std::array what = {"input", "setting", "version"};
    Json changes = Json::array();
    for (const RecordChange& change : comparison.changes) {
        changes.push_back({{"kind", what.at(static_cast<std::size_t>(change.what))},
                           {"key", change.key},
                           {"a", change.a},
                           {"b", change.b},
                           {"can_change", causes_text({change.cause}, Language::en)}});
    }
    return changes;
}

Json by_cause_json(const Comparison& comparison) {
    Json list = Json::array();
    for (const ChangeByCause& change : changes_by_cause(comparison)) {
        list.push_back({{"hazard", change.hazard},
                        {"cause", causes_text(change.causes, Language::en)},
                        {"zones", change.zones},
                        {"exposed_change", change.exposed},
                        {"gained", change.gained},
                        {"lost", change.lost}});
    }
    return list;
}

// What is not there counts as nobody.
double change_or_all(const FigurePair& pair) {
    return pair.b.value_or(0) - pair.a.value_or(0);
}

}  // namespace

std::vector<ChangeByCause> changes_by_cause(const Comparison& comparison) {
    std::vector<ChangeByCause> list;
    for (std::size_t h = 0; h < comparison.hazards.size(); ++h) {
        std::map<Causes, ChangeByCause> of_hazard;
        for (const ComparedZone& zone : comparison.zones) {
            const ComparedHazard& hazard = zone.hazards[h];
            if (!hazard.differs) continue;
            ChangeByCause& change =
                of_hazard.try_emplace(hazard.causes, ChangeByCause{comparison.hazards[h].id, hazard.causes})
                    .first->second;
            ++change.zones;
            change.exposed = rounded(change.exposed + change_or_all(hazard.exposed.people), 1e6);
            for (const ComparedFigures& part : hazard.parts) {
                const double people = change_or_all(part.people);
                double& sum = people > 0 ? change.gained : change.lost;
                sum = rounded(sum + people, 1e6);
            }
        }
        for (auto& [causes, change] : of_hazard) list.push_back(std::move(change));
    }
    return list;
}

Json comparison_json(const Comparison& comparison) {
    const auto identity = [](const RunResult& result) {
        return Json{{"study", result.record["study"].value("id", "")},
                    {"title", result.record["study"].value("title", "")}};
    };
    return {{"papar", PAPAR_VERSION},
            {"a", identity(comparison.a)},
            {"b", identity(comparison.b)},
            {"equal", comparison.equal()},
            {"record_changes", changes_json(comparison)},
            {"zones", zones_json(comparison)},
            {"totals", totals_json(comparison)},
            {"by_cause", by_cause_json(comparison)}};
}

}  // namespace papar
