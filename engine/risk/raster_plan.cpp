#include "engine/risk/raster_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace papar {

namespace {

struct Theme {
    IndexKind kind;
    const char* name;
    RasterTheme theme;
    bool with_classes;
};
constexpr std::array<Theme, 7> themes = {{
    {IndexKind::hazard, "bahaya", RasterTheme::hazard, true},
    {IndexKind::social, "sosial", RasterTheme::social, false},
    {IndexKind::physical, "fisik", RasterTheme::physical, false},
    {IndexKind::economic, "ekonomi", RasterTheme::economic, false},
    {IndexKind::environmental, "lingkungan", RasterTheme::environmental, false},
    {IndexKind::vulnerability, "kerentanan", RasterTheme::vulnerability, true},
    {IndexKind::risk, "risiko", RasterTheme::risk, true},
}};

bool has(const HazardMethod& hazard, IndexKind kind) {
    switch (kind) {
        case IndexKind::hazard:
            return hazard.known;
        case IndexKind::vulnerability:
            return hazard.vulnerability;
        case IndexKind::risk:
            return hazard.risk;
        case IndexKind::loss:
            return false;
        case IndexKind::social:
        case IndexKind::physical:
        case IndexKind::economic:
        case IndexKind::environmental:
            break;
    }
    return hazard.known && hazard.components[at(kind) - 1];
}

}  // namespace

RasterPlan raster_plan(const RiskMethod& method, const RiskQuestion& question) {
    RasterPlan plan;
    const auto add = [&](std::string name, bool classes, RasterTheme theme, std::size_t hazard) {
        plan.layers.push_back({std::move(name), "", classes, theme});
        plan.hazard_of.push_back(hazard);
        return plan.layers.size() - 1;
    };
    for (std::size_t hazard = 0; hazard < method.hazards.size(); ++hazard) {
        HazardRasters& rasters = plan.hazards.emplace_back();
        for (const Theme& theme : themes) {
            if (!has(method.hazards[hazard], theme.kind)) {
                continue;
            }
            const std::string name = question.hazards[hazard].id + "_" + theme.name;
            rasters.index[at(theme.kind)] = add(name, false, theme.theme, hazard);
            if (theme.with_classes) {
                rasters.classes[at(theme.kind)] = add(name + "_kelas", true, theme.theme, hazard);
            }
        }
    }
    if (method.capacity) {
        plan.capacity = add("kapasitas", false, RasterTheme::capacity, RasterPlan::no_hazard);
        plan.capacity_classes = add("kapasitas_kelas", true, RasterTheme::capacity, RasterPlan::no_hazard);
    }
    if (method.hazards.size() < 2) {
        return plan;
    }
    plan.multi_classes = add("multi_bahaya_kelas", true, RasterTheme::hazard, RasterPlan::no_hazard);
    plan.multi_number = add("multi_bahaya_jumlah", true, RasterTheme::hazard_count, RasterPlan::no_hazard);
    if (!method.multi_weights.empty()) {
        plan.multi_hazard = add("multi_bahaya", false, RasterTheme::hazard, RasterPlan::no_hazard);
    }
    if (std::all_of(method.hazards.begin(), method.hazards.end(), [](const HazardMethod& of) { return of.risk; })) {
        plan.multi_risk = add("multi_risiko_kelas", true, RasterTheme::risk, RasterPlan::no_hazard);
    }
    return plan;
}

}  // namespace papar
