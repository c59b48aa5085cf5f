// A finished result, read back from its GeoPackage: what a comparison needs of it.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// Published figures: rounded to 1e-6 person and 1e-6 ha. Nothing where the result says that it is not known.
struct PublishedFigures {
    std::optional<double> people;
    std::optional<double> ha;
};

// One class of a hazard, "nihil" or "tanpa_data".
struct HazardPartName {
    std::string hazard;  // id
    std::string label;

    bool operator==(const HazardPartName&) const = default;
};

struct ZoneOfResult {
    PublishedFigures whole;
    std::optional<double> people_any_hazard;
    std::vector<PublishedFigures> exposed;  // all classes together, parallel to RunResult::hazards
    std::vector<PublishedFigures> parts;    // parallel to RunResult::parts
};

struct RunResult {
    std::string name;                   // as the user gave it, for sentences
    Json record;                        // the run record, as the GeoPackage carries it
    ZoneLayer layer;                    // of the finest zones
    std::vector<std::string> hazards;   // ids, in the study's order
    std::vector<HazardPartName> parts;  // by hazard, classes from the lowest
    std::vector<ZoneOfResult> zones;    // parallel to the layer's
};

// `path`: a result folder, or its run.json or GeoPackage. Throws an Error of kind `input` for what is no result of
// papar or is damaged.
[[nodiscard]] RunResult read_run_result(const std::filesystem::path& path);

}  // namespace papar
