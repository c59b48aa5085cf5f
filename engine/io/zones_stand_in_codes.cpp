#include "engine/io/zones_stand_in_codes.hpp"

#include "engine/io/concerned_zones.hpp"

#include <unordered_set>

namespace papar {

void give_stand_in_codes(std::deque<ZoneFeature>& features, const ZonesLayerFile& file, Findings& findings) {
    std::unordered_set<std::string> codes;
    for (const ZoneFeature& feature : features) {
        codes.insert(feature.zone.code);
    }
    ConcernedZones concerned(features.size(), "features");
    for (ZoneFeature& feature : features) {
        Zone& zone = feature.zone;
        if (!zone.code.empty()) {
            continue;
        }
        std::string code = std::to_string(feature.order);
        while (!codes.insert(code).second) {
            code.insert(code.begin(), '_');
        }
        zone.code = code;
        zone.name = zone.name.empty() ? code : zone.name;
        feature.code_stands_in = true;
        concerned.add(label(zone));
    }
    if (concerned.count() > 0) {
        findings.push_back({"zones.code_missing",
                            file.layer_name,
                            fmt::format("{}: {} have no code; each is a zone of its own with the number of the feature "
                                        "for a code.",
                                        file.subject, concerned.text()),
                            {{"zones", static_cast<double>(concerned.count())}}});
    }
}

}  // namespace papar
