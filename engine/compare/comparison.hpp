// Two results side by side: zone by zone, hazard by hazard, class by class, and what a difference can come from.
#pragma once

#include "engine/compare/record_changes.hpp"
#include "engine/compare/run_result.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace papar {

// One figure in both results; nothing where a result lacks it or does not know it.
struct FigurePair {
    std::optional<double> a;
    std::optional<double> b;

    // B less A, to 1e-6; nothing unless both are there.
    [[nodiscard]] std::optional<double> change() const;
    // Not the same but for the last digit that is published: 2e-6 or more apart, or known in one only.
    [[nodiscard]] bool differs() const;
    FigurePair& operator+=(const FigurePair& other);
};

struct ComparedFigures {
    FigurePair people;
    FigurePair ha;

    [[nodiscard]] bool differs() const { return people.differs() || ha.differs(); }
    ComparedFigures& operator+=(const ComparedFigures& other);
};

using Causes = std::set<Cause>;

// One zone under one hazard.
struct ComparedHazard {
    ComparedFigures exposed;             // all classes together
    std::vector<ComparedFigures> parts;  // parallel to the parts of the hazard in Comparison::hazards
    bool differs = false;
    Causes causes;  // empty where nothing differs, or where nothing recorded explains it
};

struct ComparedZone {
    enum class In { both, only_a, only_b } in = In::both;
    std::string code;
    std::string name;
    std::size_t a = 0;  // its place in the results' layers
    std::size_t b = 0;
    bool border_moved = false;
    ComparedFigures whole;
    FigurePair people_any_hazard;
    std::vector<ComparedHazard> hazards;  // parallel to Comparison::hazards

    [[nodiscard]] bool differs() const;
};

struct HazardPartNames {
    std::string id;
    std::vector<std::string> parts;  // classes from the lowest, then "nihil", "tanpa_data"
};

struct Comparison {
    const RunResult& a;
    const RunResult& b;
    bool by_code = true;                   // zones are matched by code; otherwise by name
    std::vector<RecordChange> changes;     // of the records
    std::vector<HazardPartNames> hazards;  // of both results: A's order, then what only B has
    std::vector<ComparedZone> zones;       // B's order, then what only A has
    ComparedZone total;                    // sums over all zones of either result

    [[nodiscard]] bool equal() const;  // no figure differs, no zone is missing
};

// Zones are matched by code; by name, and equal names by their order, where either result has no codes. A zone's cause
// is found by exclusion: see docs/method/compare.md. Both results must outlive the comparison.
[[nodiscard]] Comparison compare_results(const RunResult& a, const RunResult& b);

}  // namespace papar
