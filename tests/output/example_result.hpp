// A result made by hand: two zones, two hazards, every special case once. The figures are inputs, not computed.
#pragma once

#include "engine/output/result_view.hpp"

#include <string>

namespace papar {

struct ExampleResult {
    RunFacts facts;
    ZoneLayer layer;
    OverlayResult result;

    [[nodiscard]] ResultView view(Language language = Language::id, const RiskResult* risk = nullptr) const {
        return {facts, layer, result, language, {}, risk};
    }
};

// Zone 1, "63.11.01" Juai, a square of 100 m in UTM 50S: 100 people, 1 ha, all inside the rasters.
//   banjir  (rendah, sedang, tinggi): 10, 20.5, 5 people; 1000, 3000, 3000 m2; no hazard 60 people, 2500 m2; no data
//           4.5 people, 500 m2. sedang and tinggi have equal areas: the dominant class is tinggi.
//   longsor ("≤ 0,5", "> 0,5"): no data at all in this zone.
// Zone 2, code "2", named like a formula with a quote, a comma, a line end and an apostrophe; two polygons, one with a
//   hole; 2 ha, of which 0.5 ha outside the rasters and 1.5 ha without population data: its people are not known.
//   banjir: nothing but 15,000 m2 without hazard. longsor: 15,000 m2 of class 1.
[[nodiscard]] ExampleResult example_result();

inline constexpr const char* hostile_name = "=cmd(\"x\"),\nJum'at";

}  // namespace papar
