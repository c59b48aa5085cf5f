#include "engine/io/zones_file.hpp"

#include "engine/base/error.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/polygon_area.hpp"
#include "engine/io/zones_features.hpp"
#include "engine/io/zones_findings.hpp"
#include "engine/io/zones_join.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/io/zones_levels.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/io/zones_stand_in_codes.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numbers>
#include <utility>

namespace papar {

namespace {

Box box_of(const std::deque<ZoneFeature>& features) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{{infinity, infinity}, {-infinity, -infinity}};
    for (const ZoneFeature& feature : features) {
        if (!feature.zone.shape.empty()) {
            box.low = {std::min(box.low.x, feature.low.x), std::min(box.low.y, feature.low.y)};
            box.high = {std::max(box.high.x, feature.high.x), std::max(box.high.y, feature.high.y)};
        }
    }
    return box;
}

}  // namespace

ZonesRead read_zones(const ZonesInput& input, const std::string& grid_crs_wkt, const Grid& grid) {
    const ZonesLayerFile file = open_zones_layer(input);
    const PolygonArea area(file.crs_wkt);
    std::deque<ZoneFeature> features = read_features(file, area);
    const Box box = box_of(features);
    if (area.ellipsoidal()) {
        refuse_impossible_degrees(box, 2 * std::numbers::pi / area.unit(), file.crs_wkt, file.subject);
    }

    ZonesRead read;
    read.files = file.files;
    if (file.code_field >= 0) {
        give_stand_in_codes(features, file, read.findings);
        features = join_features(std::move(features), file, area, read.findings);
    }
    zone_findings(features, file, area.ellipsoidal(), read.findings);
    if (!input.assume_crs.empty()) {
        read.findings.push_back(assumed_crs_finding(file.crs_wkt, file.declared_crs, file.layer_name, file.subject));
    }
    read.layer = {file.layer_name, file.crs_wkt, file.code_field >= 0, {}, {}, {}};
    read.layer.levels = zone_levels(features, file, read.findings);
    read.layer.zones.reserve(features.size());
    for (ZoneFeature& feature : features) {
        read.layer.zones.push_back(std::move(feature.zone));
        read.extras.push_back({std::move(feature.faults), feature.point});
    }
    if (!same_crs(file.crs_wkt, grid_crs_wkt)) {
        reproject_zones(read.layer, box, file.subject, grid_crs_wkt, grid, read.findings);
    }
    return read;
}

}  // namespace papar
