#include "engine/io/zones_file.hpp"

#include "engine/base/error.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/polygon_area.hpp"
#include "engine/io/zones_features.hpp"
#include "engine/io/zones_findings.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/io/zones_reproject.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numbers>
#include <unordered_map>

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

void refuse_duplicate_codes(const std::deque<ZoneFeature>& features, const ZonesLayerFile& file) {
    std::unordered_map<std::string_view, const ZoneFeature*> seen;
    for (const ZoneFeature& feature : features) {
        const auto [first, is_new] = seen.emplace(feature.zone.code, &feature);
        if (!is_new) {
            throw error(
                ErrorKind::input,
                "{}: features {} ({}) and {} ({}) have the same code {}; dissolve them into one zone or choose another "
                "code column",
                file.subject, first->second->order, first->second->zone.name, feature.order, feature.zone.name,
                feature.zone.code);
        }
    }
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
    refuse_duplicate_codes(features, file);

    ZonesRead read;
    read.files = file.files;
    read.findings = zone_findings(features, file.layer_name, file.subject, area.ellipsoidal());
    if (!input.assume_crs.empty()) {
        read.findings.push_back(assumed_crs_finding(file.crs_wkt, file.declared_crs, file.layer_name, file.subject));
    }
    read.layer = {file.layer_name, file.crs_wkt, file.code_field >= 0, {}, {}, {}};
    read.layer.zones.reserve(features.size());
    for (ZoneFeature& feature : features) {
        read.layer.zones.push_back(std::move(feature.zone));
    }
    if (!same_crs(file.crs_wkt, grid_crs_wkt)) {
        reproject_zones(read.layer, box, file.subject, grid_crs_wkt, grid, read.findings);
    }
    return read;
}

}  // namespace papar
