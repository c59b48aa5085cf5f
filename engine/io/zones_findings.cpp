#include "engine/io/zones_findings.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr double m2_per_ha = 1e4;

// The zones a finding is about.
class Concerned {
public:
    Concerned(std::size_t all, std::string what) : all_(all), what_(std::move(what)) {}

    void add(const Zone& zone) {
        constexpr std::size_t named = 5;
        ++count_;
        if (count_ <= named) {
            names_ += (count_ > 1 ? ", " : "") + label(zone);
        } else if (count_ == named + 1) {
            names_ += ", ...";
        }
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    // "3 of 42 zones (1 Setu, 2 Cakung, 3 Pulo Gadung)"
    [[nodiscard]] std::string text() const { return fmt::format("{} of {} {} ({})", count_, all_, what_, names_); }

private:
    std::size_t all_;
    std::string what_;
    std::size_t count_ = 0;
    std::string names_;
};

void report(Findings& findings, std::string id, const std::string& layer, const Concerned& zones, std::string sentence,
            std::vector<std::pair<std::string, double>> numbers) {
    if (zones.count() > 0) {
        numbers.insert(numbers.begin(), {"zones", static_cast<double>(zones.count())});
        findings.push_back({std::move(id), layer, std::move(sentence), std::move(numbers)});
    }
}

void report_repairs(Findings& findings, const std::deque<ZoneFeature>& features, const ZonesLayerFile& file,
                    bool ellipsoidal) {
    Concerned zones(features.size(), file.features);
    double before = 0;
    double after = 0;
    double change = 0;
    for (const ZoneFeature& feature : features) {
        if (feature.repaired) {
            zones.add(feature.zone);
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
               file.subject, zones.text(), change / m2_per_ha, before / m2_per_ha, after / m2_per_ha,
               ellipsoidal ? "ellipsoidal" : "planar"),
           {{"area_before_ha", before / m2_per_ha},
            {"area_after_ha", after / m2_per_ha},
            {"area_change_ha", change / m2_per_ha},
            {"area_change_percent", percent}});
}

}  // namespace

Findings zone_findings(const std::deque<ZoneFeature>& features, const ZonesLayerFile& file, bool ellipsoidal) {
    const std::string& layer = file.layer_name;
    const std::string& subject = file.subject;
    Concerned empty(features.size(), file.features);
    Concerned closed(features.size(), file.features);
    Concerned partial(features.size(), file.features);
    std::size_t rings = 0;
    std::size_t parts = 0;
    for (const ZoneFeature& feature : features) {
        if (feature.zone.shape.empty()) {
            empty.add(feature.zone);
        }
        if (feature.closed_rings > 0) {
            closed.add(feature.zone);
            rings += feature.closed_rings;
        }
        if (feature.other_parts > 0) {
            partial.add(feature.zone);
            parts += feature.other_parts;
        }
    }
    Findings findings;
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
    return findings;
}

}  // namespace papar
