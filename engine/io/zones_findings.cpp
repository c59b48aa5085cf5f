#include "engine/io/zones_findings.hpp"

#include "engine/base/hectare.hpp"
#include "engine/io/concerned_zones.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>
#include <vector>

namespace papar {

namespace {

void report(Findings& findings, std::string id, const std::string& layer, const ConcernedZones& zones,
            std::string sentence, std::vector<std::pair<std::string, double>> numbers) {
    if (zones.count() > 0) {
        numbers.insert(numbers.begin(), {"zones", static_cast<double>(zones.count())});
        findings.push_back({std::move(id), layer, std::move(sentence), std::move(numbers)});
    }
}

void report_repairs(Findings& findings, const std::deque<ZoneFeature>& features, const ZonesLayerFile& file,
                    bool ellipsoidal) {
    ConcernedZones zones(features.size(), file.features);
    double before = 0;
    double after = 0;
    double change = 0;
    for (const ZoneFeature& feature : features) {
        if (feature.repaired) {
            zones.add(label(feature.zone));
            before += feature.area_before_m2;
            after += feature.area_after_m2;
            change += std::abs(feature.area_after_m2 - feature.area_before_m2);
        }
    }
    const double percent = before > 0 ? 100 * change / before : 100;
    report(findings, "zones.repaired", file.layer_name, zones,
           fmt::format(
               "{}: {} had invalid polygons (rings that cross, touch or overlap) and were repaired; this changed "
               "their areas by {:.4f} ha in all, from {:.4f} ha (shells less holes as drawn) to {:.4f} ha ({} areas).",
               file.subject, zones.text(), change / m2_per_hectare, before / m2_per_hectare, after / m2_per_hectare,
               ellipsoidal ? "ellipsoidal" : "planar"),
           {{"area_before_ha", before / m2_per_hectare},
            {"area_after_ha", after / m2_per_hectare},
            {"area_change_ha", change / m2_per_hectare},
            {"area_change_percent", percent}});
}

}  // namespace

void zone_findings(const std::deque<ZoneFeature>& features, const ZonesLayerFile& file, bool ellipsoidal,
                   Findings& findings) {
    const std::string& layer = file.layer_name;
    const std::string& subject = file.subject;
    ConcernedZones empty(features.size(), file.features);
    ConcernedZones closed(features.size(), file.features);
    ConcernedZones partial(features.size(), file.features);
    std::size_t rings = 0;
    std::size_t parts = 0;
    for (const ZoneFeature& feature : features) {
        if (feature.zone.shape.empty()) {
            empty.add(label(feature.zone));
        }
        if (feature.closed_rings > 0) {
            closed.add(label(feature.zone));
            rings += feature.closed_rings;
        }
        if (feature.other_parts > 0) {
            partial.add(label(feature.zone));
            parts += feature.other_parts;
        }
    }
    report(findings, "zones.empty", layer, empty,
           fmt::format("{}: {} have no geometry; their figures are zero.", subject, empty.text()), {});
    report(findings, "zones.rings_closed", layer, closed,
           fmt::format("{}: {} rings of {} were not closed and have been closed by a straight line; the layer may be "
                       "incomplete.",
                       subject, rings, closed.text()),
           {{"rings", static_cast<double>(rings)}});
    report(findings, "zones.parts_left_out", layer, partial,
           fmt::format("{}: {} hold points or lines beside polygons; these {} parts were left out.", subject,
                       partial.text(), parts),
           {{"parts", static_cast<double>(parts)}});
    report_repairs(findings, features, file, ellipsoidal);
}

}  // namespace papar
