// How the web map fills zones: by class of hazard, by class of risk, by exposed people.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/tiles/result_words.hpp"

#include <functional>
#include <string>
#include <vector>

namespace papar {

struct Fill {
    Json colour;  // an expression of the MapLibre style specification over the layer's columns
    Json legend;  // [{name, colour}], from the lowest class
};

struct Choropleth {
    std::string id;  // "kelas-banjir"
    std::string title;
    std::string column;  // without which there is no such map
    // `highest`: the highest figure of the column; `people`: colours for people, as styles/*.json has them.
    std::function<Fill(double highest, const Json& people)> fill;
};

// Of one hazard. Classes have papar's colours; zones without hazard and without data are told apart as on the maps of
// the GeoPackage.
[[nodiscard]] std::vector<Choropleth> choropleths(const ResultWords& words, const HazardWords& hazard);

}  // namespace papar
