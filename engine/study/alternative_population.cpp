#include "engine/study/alternative_population.hpp"

#include "engine/study/population_section.hpp"

#include <set>
#include <string>
#include <utility>

namespace papar {

std::vector<AlternativePopulation> read_alternative_populations(const Section& population,
                                                                const std::filesystem::path& folder,
                                                                const PopulationInput& main) {
    static const std::vector<std::string> keys = {"id",         "title",  "file", "band",
                                                  "assume_crs", "nodata", "unit", "negative"};
    std::vector<AlternativePopulation> alternatives;
    std::set<std::string> ids;
    for (const Section& section : population.list_of_sections("alternative", "population.alternative", keys)) {
        AlternativePopulation alternative;
        alternative.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_");
        if (!ids.insert(alternative.id).second) {
            throw section.wrong("id", "is used by another alternative too; ids must differ");
        }
        alternative.title = section.text("title", alternative.id);
        alternative.population = main;
        read_population_raster(section, folder, alternative.population);
        alternatives.push_back(std::move(alternative));
    }
    return alternatives;
}

}  // namespace papar
