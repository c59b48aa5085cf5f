#include "tests/output/example_risk.hpp"

namespace papar {
namespace {

IndexFigures index(double low, double medium, double high, double weighted, std::optional<int> single_class) {
    return {{AreaM2(low), AreaM2(medium), AreaM2(high)}, AreaM2(weighted), single_class};
}

ByClass<Amount> amounts(double low, double medium, double high) {
    return {Amount(low), Amount(medium), Amount(high)};
}

RiskFigures nothing_known() {
    RiskFigures figures;
    figures.by_hazard.resize(2);
    figures.multi.by_number.resize(2);
    figures.exposures.resize(2);
    for (ExposureFigures& exposure : figures.exposures) exposure.by_hazard.resize(2);
    return figures;
}

}  // namespace

RiskResult example_risk() {
    RiskResult risk;
    risk.profile_id = "contoh";
    risk.profile_title = "Profil contoh";
    risk.exposures = {{"jalan", "Jalan", "km", 1000, false}, {"sekolah", "Sekolah", "unit", 1, true}};
    risk.zones = {nothing_known(), nothing_known()};

    RiskFigures& juai = risk.zones[0];
    HazardRisk& flood = juai.by_hazard[0];
    flood.hazard = index(1000, 3000, 3000, 4100, 3);
    flood.components[static_cast<std::size_t>(Component::social)] = index(7000, 0, 0, 1400, 1);
    flood.vulnerability = index(2000, 5000, 0, 3600, 2);
    flood.risk = index(4000, 2000, 1000, 2800, 1);
    flood.houses = amounts(20, 10, 0.2);
    flood.physical_loss = amounts(1e6, 2e6, 3.5e6);
    flood.environmental_loss = {AreaM2(0), AreaM2(5000), AreaM2(0)};
    juai.capacity = {0.5, 0.4, 0.44, 2, 2, 2};
    juai.multi.highest = index(1000, 3000, 3000, 0, 3);
    juai.multi.by_number = {{AreaM2(1000), AreaM2(3000), AreaM2(2000)}, {AreaM2(0), AreaM2(0), AreaM2(1000)}};
    juai.exposures[0] = {Amount(2500), {amounts(500, 0, 1000), amounts(0, 0, 0)}};

    risk.zones[1].by_hazard[0].hazard = index(0, 0, 0, 0, std::nullopt);

    risk.points = {{1, "SDN 1 Juai", "SD", 500010, 9699950, 2.5e9, 0, {3, std::nullopt}},
                   {1, "=SUM(A1)", "", 600000, 9600000, std::nullopt, std::nullopt, {0, 1}}};
    risk.method = {{"class.limits", {std::vector<double>{0.333, 0.666}, "Modul §11", NumberStatus::seen, "a.toml:1:1"}},
                   {"rollup.village", {std::string("dominant"), "study", NumberStatus::study, "study.toml:4:1"}}};
    risk.cells_near_limits = {0, 7};
    return risk;
}

}  // namespace papar
