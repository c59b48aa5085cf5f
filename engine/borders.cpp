#include "engine/borders.hpp"

#include "engine/io/crs.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/overlay/people_in_shapes.hpp"
#include "engine/study/words.hpp"
#include "engine/zones/border_findings.hpp"
#include "engine/zones/boxes.hpp"

namespace papar {

namespace {

ZoneLayer layer_of(const BorderReport& report, const ZoneLayer& zones) {
    ZoneLayer layer;
    layer.name = zones.name;
    layer.crs_wkt = zones.crs_wkt;
    for (const BorderDefect& defect : report.defects) {
        layer.zones.push_back({"", "", defect.shape});
    }
    return layer;
}

}  // namespace

void count_people_in_defects(const Study& study, const ProgressCallback& progress, Prepared& prepared) {
    const bool people_by_place = study.population.model != PopulationModel::table;
    if (!prepared.borders || prepared.borders->defects.empty() || !people_by_place) {
        return;
    }
    const OverlayInput input = prepared.overlay_input(study);
    ZoneLayer shapes = layer_of(*prepared.borders, prepared.zones.layer);
    const std::string& grid_crs_wkt = prepared.rasters.crs_wkt;
    if (!same_crs(shapes.crs_wkt, grid_crs_wkt)) {
        Findings known;  // from when the zones were transformed
        reproject_zones(shapes, box_of(shapes), study.zones.name, grid_crs_wkt, input.grid, known);
    }
    const std::vector<People> people = people_in_shapes(input, shapes, progress);
    for (std::size_t i = 0; i < people.size(); ++i) {
        prepared.borders->defects[i].people = people[i];
    }
    prepared.borders->has_people = true;
}

Findings findings_on_borders(const Study& study, const Prepared& prepared) {
    Findings findings;
    if (study.borders.report) {
        findings = border_findings(*prepared.borders, prepared.zones.layer);
    }
    if (study.zones.overlap != OverlapPolicy::report) {
        const Findings moved = policy_findings(*prepared.borders, prepared.zones.layer,
                                               word_of(overlap_policy_words, study.zones.overlap));
        findings.insert(findings.end(), moved.begin(), moved.end());
    }
    return findings;
}

}  // namespace papar
