#include "engine/output/places.hpp"

namespace papar {

std::vector<Place> all_places(const ResultView& view) {
    std::vector<Place> all;
    for (std::size_t zone = 0; zone < view.layer.zones.size(); ++zone) {
        const Zone& of = view.layer.zones[zone];
        all.push_back({"zona", of.code, of.name, std::nullopt, zone});
    }
    for (std::size_t index = 0; index < view.layer.levels.size(); ++index) {
        const ZoneLevel& level = view.layer.levels[index];
        for (std::size_t area = 0; area < level.areas.size(); ++area) {
            all.push_back({level.id, level.areas[area].code, level.areas[area].name, index, area});
        }
    }
    return all;
}

}  // namespace papar
