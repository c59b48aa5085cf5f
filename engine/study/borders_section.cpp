#include "engine/study/borders_section.hpp"

#include "engine/study/words.hpp"

namespace papar {

const std::vector<std::string>& borders_keys() {
    static const std::vector<std::string> keys{"report", "sliver_width"};
    return keys;
}

BorderSettings read_borders(const Section& section) {
    BorderSettings borders;
    borders.report = section.truth("report", borders.report);
    borders.sliver_width_m = section.number("sliver_width", borders.sliver_width_m);
    if (borders.sliver_width_m < 0) {
        throw section.wrong("sliver_width", "is {}; a width in metres is 0 or more", borders.sliver_width_m);
    }
    return borders;
}

void read_zone_borders(const Section& section, ZonesInput& zones) {
    zones.overlap = section.choice("overlap", overlap_policy_words, OverlapPolicy::report);
    if (section.find("point") != nullptr) {
        zones.point_columns = section.texts("point");
        zones.where_point = section.place("point");
        if (zones.point_columns.size() != 2) {
            throw section.wrong("point", "names {} columns; write [\"<longitude>\", \"<latitude>\"]",
                                zones.point_columns.size());
        }
    }
}

}  // namespace papar
