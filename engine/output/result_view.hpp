// What the writers draw on, and the language they write in.
#pragma once

#include "engine/output/output_settings.hpp"
#include "engine/output/run_facts.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/overlay/variant_result.hpp"
#include "engine/risk/risk_result.hpp"
#include "engine/zones/zone_layer.hpp"

#include <span>
#include <string>
#include <string_view>

namespace papar {

struct ResultView {
    const RunFacts& facts;
    const ZoneLayer& layer;
    const OverlayResult& result;
    Language language = Language::id;
    std::span<const VariantResult> variants = {};  // of the same zones
    const RiskResult* risk = nullptr;              // of the same zones; null: the study has no profile

    // The wording in the output's language.
    [[nodiscard]] std::string say(std::string_view indonesian, std::string_view english) const {
        return std::string(language == Language::id ? indonesian : english);
    }
};

}  // namespace papar
