#include "engine/study/alternative_population.hpp"

#include <set>
#include <string>
#include <utility>

namespace papar {

std::vector<AlternativePopulation> read_alternative_populations(
    const Section& population, const std::function<PopulationInput(const Section&)>& read_population) {
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
        alternative.population = read_population(section);
        alternatives.push_back(std::move(alternative));
    }
    return alternatives;
}

}  // namespace papar
