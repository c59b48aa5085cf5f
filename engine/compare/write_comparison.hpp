// Writes a comparison: diff.gpkg, diff.csv, diff.json.
#pragma once

#include "engine/compare/comparison.hpp"
#include "engine/output/output_settings.hpp"

#include <array>
#include <string>

namespace papar {

inline constexpr const char* diff_geopackage_file = "diff.gpkg";
inline constexpr const char* diff_table_file = "diff.csv";
inline constexpr const char* diff_json_file = "diff.json";
inline constexpr std::array diff_files = {diff_geopackage_file, diff_table_file, diff_json_file};

// The folder is complete or as it was before. Equal comparisons give equal bytes. Throws an Error of kind `usage` for a
// folder that must not be replaced, `output` when a file cannot be written.
void write_comparison(const Comparison& comparison, const OutputSettings& settings);

// The language of B's outputs.
[[nodiscard]] Language language_of(const Comparison& comparison);

}  // namespace papar
