#include "tests/document/small_study.hpp"

#include "engine/overlay/roll_up.hpp"

#include <future>

namespace papar::test {
namespace {

constexpr double m2_per_ha = 10'000;

HazardClasses three_classes() {
    return {HazardKind::index, 0, {1.0 / 3, 2.0 / 3}, OnBreak::lower, {}, {"rendah", "sedang", "tinggi"}};
}

using Three = std::array<double, 3>;

HazardFigures with_classes(Three people, Three hectares) {
    HazardFigures figures;
    for (std::size_t i = 0; i < 3; ++i) {
        figures.classes.push_back({People(people[i]), AreaM2(hectares[i] * m2_per_ha)});
    }
    figures.cells = 10;
    return figures;
}

HazardFigures nothing(std::int64_t cells) {
    HazardFigures figures;
    figures.classes.resize(3);
    figures.cells = cells;
    return figures;
}

ZoneFigures zone(double people, const HazardFigures& flood, std::int64_t landslide_cells, Three old) {
    ZoneFigures figures;
    figures.people = People(people);
    figures.area = AreaM2(2000 * m2_per_ha);
    figures.cells = 20;
    figures.people_any_hazard = flood.exposed().people;
    figures.hazards = 1;
    figures.by_hazard = {flood, nothing(landslide_cells)};
    const HazardBalance in_flood{{People(old[0]), People(old[1]), People(old[2])}, People(), People()};
    const HazardBalance in_landslide{{People(), People(), People()}, People(), People()};
    figures.by_group = {{People(old[0] + old[1] + old[2]), {in_flood, in_landslide}}};
    return figures;
}

ByClass<Amount> rupiah(double low, double medium, double high) {
    return {Amount(low), Amount(medium), Amount(high)};
}

HazardRisk flood_risk(const IndexFigures& hazard) {
    HazardRisk risk;
    risk.hazard = hazard;
    risk.risk = hazard;
    return risk;
}

CapacityFigures capacity(double ikm, double index, int single) {
    return {0.433, ikm, index, 2, 2, single};
}

RiskFigures of_area(const HazardRisk& flood, bool landslide_data, const CapacityFigures& of_capacity) {
    RiskFigures figures;
    HazardRisk landslide;
    if (landslide_data) landslide.hazard = index_of(0, 0, 0, 0, std::nullopt);
    figures.by_hazard = {flood, landslide};
    figures.capacity = of_capacity;
    figures.multi.highest = *flood.hazard;
    figures.multi.by_number = {flood.hazard->area, {}};
    figures.multi.risk = flood.risk;
    return figures;
}

void add_losses(HazardRisk& flood, const ByClass<Amount>& physical, const ByClass<Amount>& economic, double damage_ha) {
    flood.physical_loss = physical;
    flood.economic_loss = economic;
    flood.environmental_loss = {AreaM2(), AreaM2(), AreaM2(damage_ha * m2_per_ha)};
    flood.components[static_cast<std::size_t>(Component::physical)] = index_of(0, 0, 1, 0.7, 3);
    flood.components[static_cast<std::size_t>(Component::economic)] = index_of(1, 0, 0, 0.2, 1);
}

}  // namespace

IndexFigures index_of(double low, double medium, double high, double mean, std::optional<int> single) {
    return {{AreaM2(low * m2_per_ha), AreaM2(medium * m2_per_ha), AreaM2(high * m2_per_ha)},
            AreaM2((low + medium + high) * m2_per_ha * mean),
            single};
}

SmallStudy small_study() {
    SmallStudy study;
    study.facts.study_id = "contoh";
    study.facts.note = "Data fiktif";
    study.facts.hazards = {{"banjir", "Banjir", three_classes()}, {"longsor", "Tanah longsor", three_classes()}};
    study.facts.groups = {{"lansia", "Penduduk lansia", "", "", {}, {}, ShareUnit::share, std::nullopt}};
    std::promise<std::vector<InputFile>> inputs;
    inputs.set_value({{"hazard:banjir", "banjir.tif", 1234, std::string(64, 'a')}});
    study.facts.inputs = inputs.get_future().share();
    study.facts.findings = {{"hazard.no_data", "longsor", "Hazard longsor has no data in any zone.", {}}};

    study.layer.zones = {{"1", "Sirap", {}}, {"2", "Galumbang", {}}, {"3", "Pudak", {}}};
    study.layer.levels = {{"kecamatan", "Kecamatan", {{"01", "Juai"}, {"02", "Kecamatan Awayan"}}, {0, 0, 1}}};

    study.result.zones = {zone(1000, with_classes({100.5, 200, 0}, {100, 50, 0}), 5, {10, 20, 0}),
                          zone(3000, with_classes({0, 0, 1500}, {0, 0, 1234.56}), 5, {0, 0, 150}),
                          zone(500, with_classes({50.25, 0, 0}, {10, 0, 0}), 0, {5, 0, 0})};
    roll_up(study.layer, study.result);

    HazardRisk juai = flood_risk(index_of(100, 50, 1234.56, 0.8, 3));
    add_losses(juai, rupiah(0, 500e6, 1000e6), rupiah(0, 0, 250.5e6), 12.5);
    juai.components[static_cast<std::size_t>(Component::social)] = index_of(0, 0, 1, 0.8667, 3);
    juai.loss = index_of(0, 1, 0, 0.5, 2);
    juai.vulnerability = index_of(0, 1, 0, 0.6, 2);
    HazardRisk awayan = flood_risk(index_of(10, 0, 0, 0.1, 1));
    add_losses(awayan, rupiah(0, 0, 0), rupiah(4e6, 0, 0), 0);
    awayan.components[static_cast<std::size_t>(Component::social)] = index_of(1, 0, 0, 0.2, 1);
    awayan.loss = index_of(1, 0, 0, 0.1, 1);
    awayan.vulnerability = index_of(1, 0, 0, 0.15, 1);
    HazardRisk all = flood_risk(index_of(110, 50, 1234.56, 0.75, 3));
    add_losses(all, rupiah(0, 500e6, 1000e6), rupiah(4e6, 0, 250.5e6), 12.5);
    all.components[static_cast<std::size_t>(Component::social)] = index_of(0, 0, 1, 0.8, 3);
    all.loss = index_of(0, 1, 0, 0.4, 2);
    all.vulnerability = index_of(0, 1, 0, 0.55, 2);

    RiskResult& risk = study.risk;
    // 0.4 x 0.433 + 0.6 x 0.461 = 0.4498; 0.4 x 0.433 + 0.6 x 0.376 = 0.3988
    const CapacityFigures in_juai = capacity(0.461, 0.4498, 2);
    const CapacityFigures in_awayan = capacity(0.376, 0.3988, 2);
    risk.zones = {of_area(flood_risk(index_of(100, 50, 0, 0.25, 1)), true, in_juai),
                  of_area(flood_risk(index_of(0, 0, 1234.56, 0.9, 3)), true, in_juai),
                  of_area(awayan, false, in_awayan)};
    risk.levels = {{of_area(juai, true, in_juai), of_area(awayan, false, in_awayan)}};
    risk.all = of_area(all, true, capacity(0.45, 0.4432, 2));
    risk.cells_near_limits = {12, 0};
    risk.profile_id = "perka-2012";
    risk.profile_title = "Perka BNPB 2/2012";
    risk.method = {{"index.breaks", {std::vector<double>{0.333, 0.666}, "Modul Banjir", NumberStatus::seen, ""}},
                   {"risk.form", {std::string("cube_root"), "Modul", NumberStatus::recalled, ""}}};
    risk.findings = {{"risk.left_out",
                      "hazard longsor",
                      "hazard longsor: no risk: profile contoh does not know weight.tanah_longsor.physical",
                      {},
                      {"weight.tanah_longsor.physical"}}};

    study.report_facts.region = "Kabupaten Contoh";
    return study;
}

std::string row_text(const ReportTable& table, const std::vector<ReportCell>& row, Language language) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
        text += (i == 0 ? "" : " | ") + printed(row[i], table.columns[i].format, language);
    }
    return text;
}

std::string headings_text(const ReportTable& table) {
    std::string text;
    for (const ReportColumn& column : table.columns) {
        text += (text.empty() ? "" : " | ") + (column.group.empty() ? "" : column.group + ": ") + column.heading;
    }
    return text;
}

}  // namespace papar::test
