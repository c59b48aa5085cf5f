// The border report in sentences.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/zones/border_report.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>
#include <string_view>

namespace papar {

// The kind's name in ids and data: "overlap", "thin_part".
[[nodiscard]] std::string_view name_of(DefectKind kind);

// One finding for each kind of defect there is: how many, how large, how many people, and the worst. Repairs have their
// own (zones.repaired), which was made when the layer was read.
[[nodiscard]] Findings border_findings(const BorderReport& report, const ZoneLayer& layer);

// How much a policy on overlaps moved: nothing where no zones overlap. `policy` as the study writes it.
[[nodiscard]] Findings policy_findings(const BorderReport& report, const ZoneLayer& layer, std::string_view policy);

// One line: "12 overlaps (3.4 ha), 2 gaps (0.1 ha), ...; zones' own points were not checked: ...".
[[nodiscard]] std::string border_summary(const BorderReport& report);

}  // namespace papar
