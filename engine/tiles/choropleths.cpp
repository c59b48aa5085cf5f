#include "engine/tiles/choropleths.hpp"

#include "engine/output/class_colours.hpp"
#include "engine/tiles/web_style.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace papar {

namespace {

Json entry(const std::string& name, const std::string& colour) {
    return {{"name", name}, {"colour", colour}};
}

Json figure(const std::string& column) {
    return {"coalesce", {"get", column}, 0};
}

// What a zone without any class is filled with, and its two entries of the legend.
Json without_class(const ResultWords& words, const std::string& hazard, Json& legend) {
    legend.push_back(entry(words.say("tidak ada bahaya", "no hazard"), no_hazard_colour));
    legend.push_back(entry(words.say("tanpa data", "no data"), no_data_colour));
    const Json none = figure(hazard + "_ha_nihil");
    const Json condition = {"all", {">", none, 0}, {">=", none, figure(hazard + "_ha_tanpa_data")}};
    return {"case", condition, no_hazard_colour, no_data_colour};
}

// `values[i]` is what the column holds for the class `names[i]`.
Fill by_class(const ResultWords& words, const std::string& hazard, const std::string& column, const Json& values,
              const std::vector<std::string>& names) {
    Fill fill{{"match", {"get", column}}, Json::array()};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string colour = class_colour(i, names.size());
        fill.colour.push_back(values[i]);
        fill.colour.push_back(colour);
        fill.legend.push_back(entry(names[i], colour));
    }
    fill.colour.push_back(without_class(words, hazard, fill.legend));
    return fill;
}

// "12.000" in Indonesian, "12,000" in English.
std::string grouped(double number, const ResultWords& words) {
    std::string text = fmt::format("{:.0f}", number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, words.say(".", ","));
    return text;
}

Fill by_people(const ResultWords& words, const std::string& column, double highest, const Json& colours) {
    const std::vector<double> limits = people_limits(highest);
    const Json& ramp = colours["ramp"];
    const std::size_t first = ramp.size() - limits.size() - 1;  // the darkest colour is the highest class
    constexpr double somebody = 1e-6;                           // people are published to a millionth
    Json step = {"step", {"to-number", {"get", column}}, colours["nobody"], somebody, ramp[first]};
    Json legend = Json::array({entry("0", colours["nobody"].get<std::string>())});
    for (std::size_t i = 0; i <= limits.size(); ++i) {
        const std::string name = limits.empty() ? words.say("ada", "some")
                                 : i == 0       ? "< " + grouped(limits[0], words)
                                 : i < limits.size()
                                     ? grouped(limits[i - 1], words) + " – < " + grouped(limits[i], words)
                                     : "≥ " + grouped(limits[i - 1], words);
        legend.push_back(entry(name, ramp[first + i].get<std::string>()));
        if (i > 0) {
            step.push_back(limits[i - 1]);
            step.push_back(ramp[first + i]);
        }
    }
    legend.push_back(entry(words.say("tanpa data", "no data"), no_data_colour));
    return {{"case", {"has", column}, std::move(step), no_data_colour}, std::move(legend)};
}

}  // namespace

std::vector<Choropleth> choropleths(const ResultWords& words, const HazardWords& hazard) {
    const std::string& id = hazard.id;
    const std::string of_class = id + "_kelas", of_risk = id + "_kelas_risiko", people = id + "_jiwa";
    return {{"kelas-" + id, words.say("Kelas bahaya terluas: ", "Hazard class of most land: ") + hazard.title, of_class,
             [=](double, const Json&) { return by_class(words, id, of_class, Json(hazard.classes), hazard.classes); }},
            {"risiko-" + id, words.say("Kelas risiko: ", "Risk class: ") + hazard.title, of_risk,
             [=](double, const Json&) {
                 return by_class(
                     words, id, of_risk, Json::array({1, 2, 3}),
                     {words.say("rendah", "low"), words.say("sedang", "medium"), words.say("tinggi", "high")});
             }},
            {"jiwa-" + id, words.say("Penduduk terpapar (jiwa): ", "Exposed people: ") + hazard.title, people,
             [=](double highest, const Json& colours) { return by_people(words, people, highest, colours); }}};
}

}  // namespace papar
