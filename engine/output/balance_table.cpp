#include "engine/output/hazard_parts.hpp"
#include "engine/output/hazard_residual.hpp"
#include "engine/output/published_figures.hpp"
#include "engine/output/tables.hpp"

#include <memory>
#include <string>

namespace papar {
namespace {

struct Item {
    std::string hazard;  // empty: all hazards alike
    std::string name;
    std::string words;
    double value;
    std::string unit;
};

// Where the people of a population raster went.
[[nodiscard]] std::vector<Item> raster_items(const ResultView& view) {
    const std::string people = view.say("jiwa", "people");
    const Balance& balance = view.result.balance;
    return {{"", "dalam_raster", view.say("penduduk di dalam raster", "people in the raster"),
             balanced_people(balance.in_raster), people},
            {"", "dalam_zona", view.say("penduduk di dalam wilayah", "people in the zones"),
             balanced_people(balance.in_zones), people},
            {"", "luar_zona", view.say("penduduk di luar semua wilayah", "people outside all zones"),
             balanced_people(balance.outside_zones), people},
            {"", "terhitung_ganda",
             view.say("terhitung lebih dari sekali karena wilayah bertampalan",
                      "counted more than once where zones overlap"),
             balanced_people(balance.counted_twice), people},
            {"", "selisih",
             view.say("selisih neraca: dalam raster - (dalam zona + luar zona - ganda)",
                      "residual: in raster - (in zones + outside - counted twice)"),
             balance.residual(), view.say("relatif", "relative")}};
}

// Where the people of a population table went.
[[nodiscard]] std::vector<Item> table_items(const ResultView& view) {
    const std::string people = view.say("jiwa", "people");
    const Balance& balance = view.result.balance;
    std::vector<Item> items = {
        {"", "dalam_tabel", view.say("penduduk menurut semua baris tabel", "people in all rows of the table"),
         balanced_people(balance.in_raster), people},
        {"", "dalam_zona", view.say("penduduk di dalam wilayah", "people in the zones"),
         balanced_people(balance.in_zones), people},
        {"", "baris_tanpa_wilayah",
         view.say("penduduk baris tabel yang tidak menemukan wilayah", "people of rows that found no zone"),
         balanced_people(balance.outside_zones), people},
        {"", "selisih",
         view.say("selisih neraca: dalam tabel - (dalam zona + baris tanpa wilayah)",
                  "residual: in the table - (in zones + rows without zone)"),
         balance.residual(), view.say("relatif", "relative")}};
    if (balance.measured) {
        items.push_back(
            {"", "raster_sebelum_kalibrasi",
             view.say("penduduk di dalam raster sebelum dikalibrasi", "people in the raster before calibration"),
             balanced_people(*balance.measured), people});
    }
    return items;
}

[[nodiscard]] std::vector<Item> all_items(const ResultView& view) {
    const std::string people = view.say("jiwa", "people");
    const std::string relative = view.say("relatif", "relative");
    const Balance& balance = view.result.balance;
    std::vector<Item> items = balance.official ? table_items(view) : raster_items(view);
    for (std::size_t i = 0; i < view.facts.hazards.size(); ++i) {
        const HazardFacts& facts = view.facts.hazards[i];
        const HazardBalance& hazard = view.result.by_hazard[i];
        for (std::size_t c = 0; c < hazard.classes.size(); ++c) {
            items.push_back({facts.id, facts.classes.labels[c],
                             view.say("penduduk di kelas ini", "people in this class"),
                             balanced_people(hazard.classes[c]), people});
        }
        items.push_back(
            {facts.id, "nihil", view.say("tidak ada bahaya", "no hazard"), balanced_people(hazard.no_hazard), people});
        items.push_back({facts.id, "tanpa_data", view.say("tanpa data bahaya", "no hazard data"),
                         balanced_people(hazard.no_data), people});
        items.push_back(
            {facts.id, "selisih",
             view.say("selisih neraca: dalam zona - jumlah semua bagian", "residual: in zones - sum of all parts"),
             hazard_residual(balance, hazard), relative});
    }
    return items;
}

}  // namespace

double hazard_residual(const Balance& balance, const HazardBalance& hazard) {
    People difference = balance.in_zones;
    for (const People people : hazard.classes) difference -= people;
    difference -= hazard.no_hazard;
    difference -= hazard.no_data;
    const double total = balance.in_zones.value();
    return total == 0 ? difference.value() : difference.value() / total;
}

Table balance_table(const ResultView& view) {
    const auto items = std::make_shared<const std::vector<Item>>(all_items(view));
    const auto value_of = [items](auto get) {
        return [items, get](std::size_t row) -> Value { return get((*items)[row]); };
    };
    using enum ColumnType;
    return {
        "neraca",
        view.say("Neraca penduduk", "Balance of people"),
        view.say("Ke mana setiap orang dalam data penduduk terhitung",
                 "Where every person of the population data went"),
        {{"bahaya", text, "", view.say("Bahaya", "Hazard"),
          view.say("Id bahaya; kosong untuk keseluruhan", "The hazard's id; empty for the whole"),
          value_of([](const Item& item) { return item.hazard.empty() ? Value() : Value(item.hazard); })},
         {"butir", text, "", view.say("Butir", "Item"), view.say("Nama butir atau kelas", "Name of the item or class"),
          value_of([](const Item& item) { return item.name; })},
         {"uraian", text, "", view.say("Uraian", "In words"), view.say("Arti butir", "What the item is"),
          value_of([](const Item& item) { return item.words; })},
         {"nilai", real, "", view.say("Nilai", "Value"), view.say("Nilai butir", "The item's value"),
          value_of([](const Item& item) { return item.value; })},
         {"satuan", text, "", view.say("Satuan", "Unit"), view.say("Satuan nilai", "Unit of the value"),
          value_of([](const Item& item) { return item.unit; })}},
        {},
        items->size()};
}

}  // namespace papar
