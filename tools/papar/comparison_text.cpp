#include "tools/papar/comparison_text.hpp"

#include "engine/compare/comparison_json.hpp"
#include "engine/compare/comparison_tables.hpp"
#include "engine/output/hazard_parts.hpp"

#include "tools/papar/numbers.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr int decimals = 2;

std::string figure(const std::optional<double>& value) {
    return value ? grouped(*value, decimals) : "-";
}

std::string change(const std::optional<double>& value) {
    return value ? (*value > 0 ? "+" : "") + grouped(*value, decimals) : "-";
}

std::string cause_words(const Causes& causes) {
    return causes.empty() ? "nothing that the records name" : causes_text(causes, Language::en);
}

std::string or_nothing(const std::string& text) {
    return text.empty() ? "(none)" : text;
}

// What the changes come down to, if one thing.
std::string heading(const Comparison& comparison) {
    std::set<std::pair<Cause, std::string>> causes;
    for (const RecordChange& item : comparison.changes) {
        if (item.cause != Cause::none) causes.emplace(item.cause, item.hazard);
    }
    if (comparison.equal()) {
        return "what changed all the same:\n";
    }
    if (causes.empty()) {
        return "nothing changed that could explain the difference; was a result edited by hand?\n";
    }
    if (causes.size() == 1) {
        const auto& [cause, hazard] = *causes.begin();
        return fmt::format("one thing changed, and every difference comes from it: {}{}\n",
                           causes_text({cause}, Language::en), hazard.empty() ? "" : " " + hazard);
    }
    return "what changed:\n";
}

std::string changes_text(const Comparison& comparison) {
    if (comparison.changes.empty() && comparison.equal()) {
        return "inputs, settings and program: the same\n";
    }
    std::string text = heading(comparison);
    for (const RecordChange& item : comparison.changes) {
        const char* what = item.what == RecordChange::What::input     ? "input"
                           : item.what == RecordChange::What::setting ? "setting"
                                                                      : "version of";
        text += fmt::format("  {} {}\n    A {}\n    B {}\n", what, item.key, or_nothing(item.a), or_nothing(item.b));
    }
    return text;
}

std::string zones_text(const Comparison& comparison, std::size_t most) {
    std::int64_t both = 0;
    std::int64_t changed = 0;
    std::vector<const ComparedZone*> only_a;
    std::vector<const ComparedZone*> only_b;
    for (const ComparedZone& zone : comparison.zones) {
        both += static_cast<std::int64_t>(zone.in == ComparedZone::In::both);
        changed += static_cast<std::int64_t>(zone.in == ComparedZone::In::both && zone.differs());
        if (zone.in == ComparedZone::In::only_a) only_a.push_back(&zone);
        if (zone.in == ComparedZone::In::only_b) only_b.push_back(&zone);
    }
    std::string text = fmt::format("zones, matched by {}: {} in both, {} of them with other figures\n",
                                   comparison.by_code ? "code" : "name", grouped(both), grouped(changed));
    const auto list = [&](const char* name, const std::vector<const ComparedZone*>& zones) {
        if (zones.empty()) return;
        text += fmt::format("  only in {}: {}\n", name, grouped(static_cast<std::int64_t>(zones.size())));
        for (std::size_t i = 0; i < std::min(most, zones.size()); ++i) {
            text += fmt::format("    {} {}\n", zones[i]->code, zones[i]->name);
        }
        if (zones.size() > most) text += "    ...\n";
    };
    list("A", only_a);
    list("B", only_b);
    return text;
}

std::string part_words(const std::string& part) {
    return part == no_hazard_name ? "no hazard" : part == no_data_name ? "no hazard data" : part;
}

std::string totals_line(const std::string& what, const FigurePair& pair) {
    return fmt::format("{:<34} {:>18} {:>18} {:>16}\n", what, figure(pair.a), figure(pair.b), change(pair.change()));
}

std::string totals_text(const Comparison& comparison) {
    const ComparedZone& total = comparison.total;
    std::string text = fmt::format("{:<34} {:>18} {:>18} {:>16}\n", "sums over zones", "A", "B", "B - A");
    text += totals_line("people", total.whole.people) + totals_line("area ha", total.whole.ha);
    text += totals_line("people exposed to any hazard", total.people_any_hazard);
    for (std::size_t h = 0; h < total.hazards.size(); ++h) {
        const HazardPartNames& names = comparison.hazards[h];
        text += totals_line(names.id + ": people exposed", total.hazards[h].exposed.people);
        for (std::size_t p = 0; p < names.parts.size(); ++p) {
            text += totals_line("  " + part_words(names.parts[p]), total.hazards[h].parts[p].people);
        }
        text += totals_line(names.id + ": area of hazard ha", total.hazards[h].exposed.ha);
    }
    return text;
}

std::string causes_text_of(const Comparison& comparison) {
    std::string text = "people, by what the change can come from:\n";
    for (const ChangeByCause& item : changes_by_cause(comparison)) {
        text += fmt::format("  {}, {}, from {}: exposed {}; classes gain {} and lose {}\n", item.hazard,
                            counted(item.zones, "zone"), cause_words(item.causes), change(item.exposed),
                            change(item.gained), change(item.lost));
    }
    return text;
}

// The part of a zone under a hazard whose people change most; none: all classes together.
struct LargeChange {
    const ComparedZone* zone;
    std::size_t hazard;
    std::optional<std::size_t> part;
    FigurePair people;

    [[nodiscard]] double size() const { return people.b.value_or(0) - people.a.value_or(0); }
};

LargeChange largest_of(const ComparedZone& zone, std::size_t hazard) {
    LargeChange largest{&zone, hazard, {}, zone.hazards[hazard].exposed.people};
    for (std::size_t p = 0; p < zone.hazards[hazard].parts.size(); ++p) {
        const LargeChange part{&zone, hazard, p, zone.hazards[hazard].parts[p].people};
        if (std::abs(part.size()) > std::abs(largest.size())) largest = part;
    }
    return largest;
}

std::string largest_text(const Comparison& comparison, std::size_t most) {
    std::vector<LargeChange> changes;
    for (const ComparedZone& zone : comparison.zones) {
        for (std::size_t h = 0; h < zone.hazards.size(); ++h) {
            if (zone.hazards[h].differs) changes.push_back(largest_of(zone, h));
        }
    }
    std::ranges::stable_sort(
        changes, [](const LargeChange& a, const LargeChange& b) { return std::abs(a.size()) > std::abs(b.size()); });
    changes.resize(std::min(most, changes.size()));
    std::string text = "largest changes of people:\n";
    for (const LargeChange& item : changes) {
        const HazardPartNames& hazard = comparison.hazards[item.hazard];
        text += fmt::format("  {} {}, {}, {}: {} -> {} ({}), from {}\n", item.zone->code, item.zone->name, hazard.id,
                            item.part ? part_words(hazard.parts[*item.part]) : "exposed", figure(item.people.a),
                            figure(item.people.b), change(item.size()),
                            cause_words(item.zone->hazards[item.hazard].causes));
    }
    return text;
}

}  // namespace

std::string comparison_text(const Comparison& comparison, std::size_t most_changes) {
    std::string text = fmt::format("A: {}\nB: {}\n", comparison.a.name, comparison.b.name);
    if (comparison.equal()) {
        return text + "no difference: every figure of every zone is the same\n" + changes_text(comparison);
    }
    return text + changes_text(comparison) + zones_text(comparison, most_changes) + totals_text(comparison) +
           causes_text_of(comparison) + largest_text(comparison, most_changes);
}

}  // namespace papar
