// The standard tables of one hazard: reference section 6.2, numbers 1 to 5 and 7. Each with its paragraph and notes.
#pragma once

#include "engine/document/area_table.hpp"

#include <cstddef>

namespace papar {

[[nodiscard]] ReportTable hazard_area_table(ReportContext& context, std::size_t hazard);     // 1
[[nodiscard]] ReportTable exposed_people_table(ReportContext& context, std::size_t hazard);  // 2
[[nodiscard]] ReportTable loss_table(ReportContext& context, std::size_t hazard);            // 3
[[nodiscard]] ReportTable environment_table(ReportContext& context, std::size_t hazard);     // 4
[[nodiscard]] ReportTable vulnerability_table(ReportContext& context, std::size_t hazard);   // 5
[[nodiscard]] ReportTable risk_area_table(ReportContext& context, std::size_t hazard);       // 7

// Which of the two losses are known anywhere under a hazard.
struct KnownLosses {
    bool physical = false;
    bool economic = false;
};
[[nodiscard]] KnownLosses known_losses(const ReportContext& context, std::size_t hazard);

// Physical and economic loss together, in million rupiah. Not known where one is missing that is known elsewhere; one
// that is known nowhere (it does not apply, or the study has nothing for it) is no part of it.
[[nodiscard]] ReportCell total_loss_cell(const KnownLosses& known, const HazardRisk& risk);

}  // namespace papar
