// Small results made by hand, as if read back from two runs.
#pragma once

#include "engine/compare/comparison.hpp"

#include <string>
#include <vector>

namespace papar::test {

struct ZoneFiguresByHand {
    std::string code;
    std::string name;
    double east = 1;  // the zone is a rectangle from 0 to `east`, one unit high
    double people = 0;
    double ha = 0;
    PublishedFigures low;  // the one class of the one hazard
    PublishedFigures none;
};

inline Json record(const std::string& population = "p", const std::string& flood = "f", const std::string& zones = "z",
                   const Json& breaks = Json::array({1})) {
    const auto input = [](const char* role, const std::string& sha256) {
        return Json{{"role", role}, {"name", sha256 + ".tif"}, {"bytes", 1}, {"sha256", sha256}};
    };
    Json settings;
    settings["zones"] = {{"file", "z"}, {"code", "kode"}};
    settings["hazard"] = Json::array({{{"id", "banjir"}, {"breaks", breaks}}});
    return {{"versions", {{"papar", "1"}}},
            {"study", {{"settings", settings}}},
            {"inputs",
             Json::array({input("population", population), input("hazard:banjir", flood), input("zones", zones)})}};
}

inline RunResult result(const Json& record, const std::vector<ZoneFiguresByHand>& zones, bool has_codes = true) {
    RunResult result;
    result.record = record;
    result.layer.has_codes = has_codes;
    result.hazards = {"banjir"};
    result.parts = {{"banjir", "rendah"}, {"banjir", "nihil"}};
    for (const ZoneFiguresByHand& zone : zones) {
        Shape shape;
        shape.vertices = {{0, 0}, {zone.east, 0}, {zone.east, 1}, {0, 1}, {0, 0}};
        shape.rings = {{0, 5, false}};
        shape.polygons = {{0, 1}};
        result.layer.zones.push_back({zone.code, zone.name, shape});
        result.zones.push_back({{zone.people, zone.ha}, zone.low.people, {zone.low}, {zone.low, zone.none}});
    }
    return result;
}

}  // namespace papar::test
