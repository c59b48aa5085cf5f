// The indices of a zone under one hazard, as the wide and the long table name them.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/risk/risk_result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct NamedIndex {
    std::string id;     // "bahaya", "sosial": the same in every language
    std::string title;  // "bahaya", "kerentanan sosial"
    std::function<const std::optional<IndexFigures>&(const HazardRisk&)> figures;
};

// Hazard, the four components, loss, vulnerability, risk.
[[nodiscard]] std::vector<NamedIndex> named_indices(const ResultView& view);

}  // namespace papar
