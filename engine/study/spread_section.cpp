#include "engine/study/spread_section.hpp"

#include "engine/study/class_codes.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/table_keys.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace papar {

namespace {

// The keys of each kind beside `kind`.
const std::vector<std::string>& keys_of(Spread kind) {
    static const std::vector<std::string> settlement{"kind", "file", "band", "assume_crs", "nodata", "weight"};
    static const std::vector<std::string> land_cover{"kind", "file", "band", "assume_crs", "nodata", "weights"};
    static const std::vector<std::string> buildings{"kind", "file", "layer", "weight"};
    static const std::vector<std::string> even{"kind"};
    switch (kind) {
        case Spread::settlement:
            return settlement;
        case Spread::land_cover:
            return land_cover;
        case Spread::buildings:
            return buildings;
        default:
            return even;
    }
}

const std::vector<std::string>& all_keys() {
    static const std::vector<std::string> keys{"kind",   "file",  "band",   "assume_crs",
                                               "nodata", "layer", "weight", "weights"};
    return keys;
}

std::map<std::int64_t, double> read_weights(const Section& section) {
    if (section.find("weights") == nullptr) {
        throw section.missing("weights");
    }
    std::map<std::int64_t, double> weights;
    bool any = false;
    for (const auto& [code, value] : class_codes(section, "weights", "{ \"11\" = 1.0, \"12\" = 0.2 }")) {
        const double weight = value->value<double>().value_or(std::nan(""));
        if (!value->is_number() || !(weight >= 0) || !std::isfinite(weight)) {
            throw section.wrong("weights", "of class {} must be a number, 0 or more", code);
        }
        weights[code] = weight;
        any = any || weight > 0;
    }
    if (!any) {
        throw section.wrong("weights", "gives no class a weight above 0, so nobody could live anywhere");
    }
    return weights;
}

ZonesInput read_buildings(const Section& section, const std::filesystem::path& folder) {
    ZonesInput buildings;
    buildings.name = section.text("file");
    buildings.path = folder / buildings.name;
    buildings.where = section.place("file");
    const ColumnInput layer = read_column(section, "layer");
    buildings.layer = layer.name;
    buildings.where_layer = layer.where;
    return buildings;
}

SpreadInput read_kind(const Section& section, const std::filesystem::path& folder) {
    SpreadInput spread;
    spread.kind = section.choice("kind", spread_words);
    for (const std::string& key : all_keys()) {
        const std::vector<std::string>& keys = keys_of(spread.kind);
        if (section.find(key) != nullptr && std::ranges::find(keys, key) == keys.end()) {
            throw section.wrong(key, "does not go with kind = \"{}\"; its keys are {}",
                                word_of(spread_words, spread.kind), fmt::join(keys, ", "));
        }
    }
    switch (spread.kind) {
        case Spread::settlement:
            spread.raster = read_raster(section, folder);
            spread.settlement = section.choice("weight", settlement_weight_words, SettlementWeight::value);
            break;
        case Spread::land_cover:
            spread.raster = read_raster(section, folder);
            spread.weights = read_weights(section);
            break;
        case Spread::buildings:
            spread.buildings = read_buildings(section, folder);
            spread.building_weight = read_column(section, "weight");
            break;
        default:
            break;
    }
    return spread;
}

}  // namespace

SpreadInput read_spread(const Section& section, const std::filesystem::path& folder) {
    const toml::node* node = section.find("spread");
    if (node == nullptr) {
        throw section.missing("spread");
    }
    if (node->is_string()) {
        if (section.text("spread") != "even") {
            throw section.wrong("spread",
                                "is \"{}\"; write \"even\", or a table: {{ kind = \"settlement\", file = ... }}",
                                section.text("spread"));
        }
        SpreadInput even;
        even.kind = Spread::even;
        return even;
    }
    return read_kind(*inner_section(section, "spread", all_keys()), folder);
}

}  // namespace papar
