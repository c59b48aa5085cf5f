// The parts every zone falls into under one hazard: its classes, no hazard, no data. Both the wide and the
// long table are made of them.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// Names of the parts that are no class, in data.
inline constexpr std::string_view no_hazard_name = "nihil";
inline constexpr std::string_view no_data_name = "tanpa_data";

struct HazardPart {
    std::string column;  // the part's share of a column name: the class's label as [a-z0-9_]+, "nihil", "tanpa_data"
    std::string label;   // the class's label as the study gives it, "nihil", "tanpa_data"
    std::string title;   // in words, for titles: "kelas rendah"
    std::optional<std::int64_t> number;  // of the class, from 1; 0 for no hazard; none for the others
    bool needs_data = true;              // whether it is unknown where the hazard has no data in the zone
    std::function<Figures(const HazardFigures&)> figures;
};

// Classes from the lowest, then no hazard, then no data. A label that leaves no distinct column name ("≤ 1,5"
// and "> 1,5" both leave 1_5) gives its class the name "kelas_<number>".
[[nodiscard]] std::vector<HazardPart> hazard_parts(const ResultView& view, const HazardFacts& hazard);

// A part and where it stands: rows of tables that have one for every part of every hazard.
struct PartOfHazard {
    std::size_t hazard;
    std::size_t index;  // in the hazard's parts
    HazardPart part;
};
[[nodiscard]] std::vector<PartOfHazard> all_hazard_parts(const ResultView& view);

// All classes together, for the wide table; its share of a column name is empty.
[[nodiscard]] HazardPart exposed_part(const ResultView& view);

// People or area of one part of a zone; unknown where the population or the hazard is.
[[nodiscard]] Value people_in_part(const HazardPart& part, const ZoneFigures& zone, const HazardFigures& hazard);
[[nodiscard]] Value area_of_part(const HazardPart& part, const ZoneFigures& zone, const HazardFigures& hazard);

}  // namespace papar
