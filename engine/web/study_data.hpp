// What the viewer must know of the study: hazards, classes, levels, words.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/web/histograms.hpp"
#include "engine/web/result_file.hpp"

#include <string>
#include <vector>

namespace papar {

struct StudyLayer {
    std::string id;     // the GeoPackage's layer, and that of the vector tiles: "zona", "zona_kecamatan"
    std::string level;  // empty for the zones, else "kecamatan"
    std::string title;  // "Desa"
};

// Finest first.
[[nodiscard]] std::vector<StudyLayer> study_layers(ResultFile& result);

// The labels of a hazard's classes in the record, lowest first.
[[nodiscard]] std::vector<std::string> class_labels(const Json& hazard);

// The keys of hasil.json from "format" to "exposures"; see docs/viewer.md.
[[nodiscard]] Json study_data(ResultFile& result, const Histograms& histograms);

}  // namespace papar
