#include "engine/document/report_context.hpp"

#include "engine/document/report_levels.hpp"
#include "engine/overlay/roll_up.hpp"

#include <optional>

namespace papar {

ReportContext::ReportContext(const ResultView& result_view, const RiskResult& risk_result,
                             const ReportFacts& report_facts)
    : view(result_view),
      risk(risk_result),
      region(report_facts.region.empty() ? view.say("wilayah kajian", "the study area") : report_facts.region),
      zone_title(report_facts.zone_title),
      all_zones_(all_zones(view.result)) {
    const ZoneLayer& layer = view.layer;
    const std::optional<std::size_t> level = table_level(layer);
    if (zone_title.empty()) zone_title = level ? "Desa/Kelurahan" : "Kecamatan";
    row_title = level ? layer.levels[*level].title : zone_title;
    all = {report_facts.region.empty() ? view.say("Jumlah", "Total") : region, region, &all_zones_, &risk.all, false};

    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        const std::string& name = layer.zones[zone].name.empty() ? layer.zones[zone].code : layer.zones[zone].name;
        zones.push_back({name, named(zone_title, name), &view.result.zones[zone], &risk.zones[zone], false});
    }
    if (!level) {
        rows = zones;
        return;
    }
    const std::vector<ZoneArea>& areas = layer.levels[*level].areas;
    for (std::size_t area = 0; area < areas.size(); ++area) {
        const std::string& name = areas[area].name.empty() ? areas[area].code : areas[area].name;
        rows.push_back(
            {name, named(row_title, name), &view.result.levels[*level][area], &risk.levels[*level][area], false});
    }
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        if (layer.levels[*level].area_of_zone[zone]) continue;
        AreaRow row = zones[zone];
        row.outside = true;
        row.name += view.say(" (di luar ", " (in no ") + row_word() + ")";
        rows.push_back(row);
    }
}

}  // namespace papar
