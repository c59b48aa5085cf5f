// The tables of a comparison. They refer to it and may not outlive it.
#pragma once

#include "engine/compare/comparison.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/output/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace papar {

struct ComparisonView {
    const Comparison& comparison;
    Language language = Language::id;

    [[nodiscard]] std::string say(std::string_view indonesian, std::string_view english) const {
        return std::string(language == Language::id ? indonesian : english);
    }
};

// "selisih": one row a zone; the layer of diff.gpkg.
[[nodiscard]] Table zone_changes_table(const ComparisonView& view);

// "selisih_rinci": one row a zone for its whole, and for every hazard one for all classes together and one a part;
// diff.csv.
[[nodiscard]] Table detailed_changes_table(const ComparisonView& view);

// "perubahan_catatan": what differs between the run records.
[[nodiscard]] Table record_changes_table(const ComparisonView& view);

// The zone layer coloured by the change in exposed people: any hazard first, then each.
[[nodiscard]] std::vector<MapStyle> change_styles(const ComparisonView& view);

// "batas + penduduk"; empty for no causes.
[[nodiscard]] std::string causes_text(const Causes& causes, Language language);

}  // namespace papar
