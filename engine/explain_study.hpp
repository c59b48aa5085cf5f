// One zone of a study explained, cell by cell.
#pragma once

#include "engine/overlay/explain.hpp"
#include "engine/study/study.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct ExplainedHazard {
    std::string id;
    std::string title;
    std::string file;
    std::vector<std::string> labels;
    Explanation explanation;
};

struct ZoneExplanation {
    std::string code;
    std::string name;
    std::vector<std::string> shared;  // "1/2 of 01 + 02 (Utara + Selatan)": parts that the zone shares with others
    std::string population;           // the raster
    std::string crs_wkt;
    Findings findings;  // what was done to the rasters
    Grid grid;          // rows and columns of the cells refer to it
    std::vector<ExplainedHazard> hazards;
};

// `zone` is a code or, where no code fits, a name. `hazard` is an id; empty: all hazards. Throws an Error of kind
// `usage` that names the nearest when there is none, or that lists the codes when a name is not unique.
[[nodiscard]] ZoneExplanation explain_zone(const Study& study, const std::string& zone, const std::string& hazard);

// The cells of all explained hazards as a GeoPackage; see output/cells_table.hpp.
void write_explanation(const ZoneExplanation& explanation, const std::filesystem::path& path, Language language);

}  // namespace papar
