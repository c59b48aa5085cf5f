#include "engine/study/population_json.hpp"
#include "engine/study/read_study.hpp"
#include "engine/study/words.hpp"

#include <nlohmann/json.hpp>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

Json zones_json(const ZonesInput& zones) {
    return {{"file", zones.name},
            {"layer", zones.layer},
            {"code", zones.code_column},
            {"name", zones.name_column},
            {"assume_crs", zones.assume_crs}};
}

Json hazard_json(const HazardSettings& hazard) {
    Json json = {{"id", hazard.id},
                 {"title", hazard.title},
                 {"file", hazard.raster.name},
                 {"band", hazard.raster.band},
                 {"assume_crs", hazard.raster.assume_crs},
                 {"nodata", hazard.raster.nodata},
                 {"kind", hazard.kind},
                 {"no_hazard", hazard.classes.no_hazard}};
    if (hazard.classes.kind == HazardKind::classes) {
        const bool falling = !hazard.falling_codes.empty();
        json["codes"] = falling ? hazard.falling_codes : hazard.classes.codes;
        json["class_order"] = word_of(class_order_words, falling ? ClassOrder::falling : ClassOrder::rising);
    } else {
        json["breaks"] = hazard.classes.breaks;
        json["on_break"] = word_of(on_break_words, hazard.classes.on_break);
    }
    json["labels"] = hazard.classes.labels;
    return json;
}

}  // namespace

std::string settings_as_json(const Study& study) {
    Json hazards = Json::array();
    for (const HazardSettings& hazard : study.hazards) {
        hazards.push_back(hazard_json(hazard));
    }
    const Json json = {
        {"study", {{"id", study.id}, {"title", study.title}, {"note", study.note}}},
        {"zones", zones_json(study.zones)},
        {"population", population_json(study.population)},
        {"hazard", hazards},
        {"grid",
         {{"area", word_of(area_words, study.grid.area)},
          {"extent", word_of(extent_words, study.grid.extent)},
          {"max_residual", study.grid.max_residual}}},
        {"output", {{"language", word_of(language_words, study.output.language)}}},
    };
    return json.dump(2, ' ', false, Json::error_handler_t::replace);  // a file name may be any bytes
}

}  // namespace papar
