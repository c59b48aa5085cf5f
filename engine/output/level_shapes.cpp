#include "engine/output/level_shapes.hpp"

#include "engine/io/geos_union.hpp"
#include "engine/zones/upper_areas.hpp"

#include <tbb/parallel_for.h>

namespace papar {

namespace {

// For every area of a level, the shapes that make it up.
using Parts = std::vector<std::vector<const Shape*>>;

Parts zones_of(const ZoneLayer& layer, const ZoneLevel& level) {
    Parts parts(level.areas.size());
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        if (level.area_of_zone[zone]) {
            parts[*level.area_of_zone[zone]].push_back(&layer.zones[zone].shape);
        }
    }
    return parts;
}

// The same from the finer level's shapes, which have fewer vertices, and zones where its areas lie in several.
Parts areas_of(const ZoneLayer& layer, const ZoneLevel& finer, const std::vector<Shape>& finer_shapes,
               const ZoneLevel& level) {
    Parts parts(level.areas.size());
    const std::vector<std::optional<std::uint32_t>> upper = upper_areas(finer, level);
    for (std::size_t area = 0; area < upper.size(); ++area) {
        if (upper[area]) {
            parts[*upper[area]].push_back(&finer_shapes[area]);
        }
    }
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        const std::optional<std::uint32_t> below = finer.area_of_zone[zone];
        if (level.area_of_zone[zone] && !(below && upper[*below])) {
            parts[*level.area_of_zone[zone]].push_back(&layer.zones[zone].shape);
        }
    }
    return parts;
}

}  // namespace

std::vector<std::vector<Shape>> level_shapes(const ZoneLayer& layer) {
    std::vector<std::vector<Shape>> all;
    for (const ZoneLevel& level : layer.levels) {
        const Parts parts =
            all.empty() ? zones_of(layer, level) : areas_of(layer, layer.levels[all.size() - 1], all.back(), level);
        std::vector<Shape> shapes(parts.size());
        tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t area) { shapes[area] = united(parts[area]); });
        all.push_back(std::move(shapes));
    }
    return all;
}

}  // namespace papar
