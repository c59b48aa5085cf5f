#include "engine/study/population_section.hpp"

#include "engine/study/group_section.hpp"
#include "engine/study/official_section.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/spread_section.hpp"

#include <fmt/format.h>

namespace papar {

namespace {

void refuse(const Section& section, std::string_view key, PopulationModel model, std::string_view instead) {
    if (section.find(key) != nullptr) {
        throw section.wrong(key, "does not go with model = \"{}\"; {}", word_of(population_model_words, model),
                            instead);
    }
}

std::array<double, 2> read_plausible(const Section& section) {
    const std::vector<double> range = section.rising_numbers("plausible", 0);
    if (range.size() != 2 || range.front() <= 0) {
        throw section.wrong("plausible", "must be two factors above 0, the lower one first: [0.5, 2]");
    }
    return {range[0], range[1]};
}

void read_raster_keys(const Section& section, const std::filesystem::path& folder, PopulationInput& population) {
    if (population.model == PopulationModel::table) {
        refuse(section, "alternative", population.model, "an alternative is another population raster");
        for (const char* key : {"file", "band", "assume_crs", "nodata", "unit", "negative"}) {
            refuse(section, key, population.model, "a settlement raster goes into spread = { ... }");
        }
        return;
    }
    read_population_raster(section, folder, population);
}

}  // namespace

void read_population_raster(const Section& section, const std::filesystem::path& folder, PopulationInput& population) {
    population.raster = read_raster(section, folder);
    population.unit = section.choice("unit", population_unit_words);
    population.negative = section.choice("negative", negative_people_words, NegativePeople::refuse);
}

const std::vector<std::string>& population_keys() {
    static const std::vector<std::string> keys{
        "model",  "file",      "band",  "assume_crs", "nodata",      "unit",  "negative",    "table",
        "spread", "crosswalk", "match", "plausible",  "zone_parent", "group", "alternative", "source"};
    return keys;
}

PopulationInput read_population_section(const Section& section, const std::filesystem::path& folder) {
    PopulationInput population;
    population.model = section.choice("model", population_model_words, PopulationModel::raster);
    population.source = section.text("source", "");
    read_raster_keys(section, folder, population);
    if (population.model == PopulationModel::table) {
        population.spread = read_spread(section, folder);
    } else {
        refuse(section, "spread", population.model, "the population raster spreads the people");
    }
    if (population.model != PopulationModel::calibrated) {
        refuse(section, "plausible", population.model, "only model = \"calibrated\" has factors");
    } else if (section.find("plausible") != nullptr) {
        population.plausible = read_plausible(section);
    }
    population.official = read_official(section, folder, population.model);
    population.groups = read_groups(section, population.official.has_value());
    return population;
}

}  // namespace papar
