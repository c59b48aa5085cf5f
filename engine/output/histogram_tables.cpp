#include "engine/output/published_figures.hpp"
#include "engine/output/tables.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace papar {
namespace {

// One row: a zone with exposed people under one hazard.
struct ZoneAndHazard {
    std::size_t zone;
    std::size_t hazard;
};

[[nodiscard]] std::vector<ZoneAndHazard> exposed(const ResultView& view) {
    std::vector<ZoneAndHazard> rows;
    for (std::size_t zone = 0; zone < view.result.zones.size(); ++zone) {
        for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
            if (!view.result.zones[zone].by_hazard[hazard].histogram.empty()) rows.push_back({zone, hazard});
        }
    }
    return rows;
}

[[nodiscard]] std::string array_text(const std::vector<double>& numbers) {
    return fmt::format("[{}]", fmt::join(numbers, ","));
}

// To 0.0001 person, without the empty bins at the end.
[[nodiscard]] std::string bins_text(const std::vector<People>& histogram) {
    std::vector<double> bins;
    bins.reserve(histogram.size());
    for (const People people : histogram) bins.push_back(rounded(people.value(), 1e4));
    while (!bins.empty() && bins.back() == 0) bins.pop_back();
    return array_text(bins);
}

// Shapes have no values to draw a histogram over.
[[nodiscard]] std::vector<HazardFacts> with_values(std::vector<HazardFacts> hazards) {
    std::erase_if(hazards, [](const HazardFacts& hazard) { return hazard.classes.kind == HazardKind::shapes; });
    return hazards;
}

}  // namespace

Table histogram_table(const ResultView& view) {
    const auto rows = std::make_shared<const std::vector<ZoneAndHazard>>(exposed(view));
    using enum ColumnType;
    return {
        "histogram",
        view.say("Sebaran penduduk terpapar", "Distribution of exposed people"),
        view.say(
            "Penduduk terpapar menurut nilai bahaya, untuk ambang kelas lain; hanya wilayah dengan penduduk terpapar",
            "Exposed people over the hazard's values, for other class limits; zones with exposed people only"),
        {{"kode", text, "", view.say("Kode wilayah", "Zone code"),
          view.say("Kunci ke tabel zona", "Key to the table zona"),
          [view, rows](std::size_t row) { return view.layer.zones[(*rows)[row].zone].code; }},
         {"bahaya", text, "", view.say("Bahaya", "Hazard"),
          view.say("Kunci ke tabel histogram_batas", "Key to the table histogram_batas"),
          [view, rows](std::size_t row) { return view.facts.hazards[(*rows)[row].hazard].id; }},
         {"jiwa", text, view.say("jiwa", "people"), view.say("Penduduk per selang (jiwa)", "People by bin"),
          view.say("Larik JSON, dari selang terendah; nol di akhir ditiadakan",
                   "JSON array, from the lowest bin; zeros at the end left out"),
          [view, rows](std::size_t row) {
              const auto [zone, hazard] = (*rows)[row];
              return bins_text(view.result.zones[zone].by_hazard[hazard].histogram);
          }}},
        {"kode", "bahaya"},
        rows->size()};
}

Table histogram_limits_table(const ResultView& view) {
    const auto hazards = std::make_shared<const std::vector<HazardFacts>>(with_values(view.facts.hazards));
    using enum ColumnType;
    return {"histogram_batas",
            view.say("Batas selang histogram", "Limits of the histogram's bins"),
            view.say("Batas bawah setiap selang, lalu batas atas selang terakhir",
                     "Lower limit of every bin, then the last bin's upper limit"),
            {{"bahaya", text, "", view.say("Bahaya", "Hazard"), view.say("Id bahaya", "The hazard's id"),
              [hazards](std::size_t row) { return (*hazards)[row].id; }},
             {"batas", text, "", view.say("Batas", "Limits"), view.say("Larik JSON, menaik", "JSON array, rising"),
              [hazards](std::size_t row) { return array_text(histogram_edges((*hazards)[row].classes)); }}},
            {"bahaya"},
            hazards->size()};
}

}  // namespace papar
