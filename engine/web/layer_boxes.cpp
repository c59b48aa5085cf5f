#include "engine/web/layer_boxes.hpp"

#include "engine/io/crs_operation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace papar {

namespace {

// Four numbers of a row: the least and the greatest x, then y, as the R-tree has them.
Box box_of(const std::vector<Value>& row, std::size_t first) {
    const auto number = [&](std::size_t i) { return std::get<double>(row[first + i]); };
    return {{number(0), number(2)}, {number(1), number(3)}};
}

// The box's image: of points along its sides, since straight lines do not stay straight.
Json degrees(const CrsOperation& operation, const Box& box) {
    constexpr int points = 8;  // along a side
    double west = HUGE_VAL;
    double south = HUGE_VAL;
    double east = -HUGE_VAL;
    double north = -HUGE_VAL;
    const auto include = [&](double x_share, double y_share) {
        const std::optional<Vertex> at =
            operation.forward({std::lerp(box.low.x, box.high.x, x_share), std::lerp(box.low.y, box.high.y, y_share)});
        if (!at) return;
        west = std::min(west, at->x);
        south = std::min(south, at->y);
        east = std::max(east, at->x);
        north = std::max(north, at->y);
    };
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        for (const double side : {0.0, 1.0}) {
            include(share, side);
            include(side, share);
        }
    }
    return west <= east ? Json{west, south, east, north} : Json();
}

}  // namespace

LayerBoxes::LayerBoxes(SqliteFile& tables, const std::string& layer) {
    const std::string name = "'" + layer + "'";
    const std::string crs = tables.first_value(
        "SELECT s.definition FROM gpkg_contents c JOIN gpkg_spatial_ref_sys s USING (srs_id) WHERE c.table_name = " +
        name + " AND s.definition <> 'undefined'");
    if (crs.empty()) return;
    std::optional<CrsOperation> operation;
    tables.each_row(
        "SELECT min_x + 0.0, max_x + 0.0, min_y + 0.0, max_y + 0.0 FROM gpkg_contents WHERE min_x IS NOT NULL AND "
        "table_name = " +
            name,
        [&](const std::vector<Value>& row) { operation.emplace(crs, "EPSG:4326", box_of(row, 0)); });
    if (!operation) return;
    tables.each_row("SELECT id, minx, maxx, miny, maxy FROM " + sql_name("rtree_" + layer + "_geom"),
                    [&](const std::vector<Value>& row) {
                        boxes_.emplace(std::get<std::int64_t>(row[0]), degrees(*operation, box_of(row, 1)));
                    });
}

Json LayerBoxes::of(std::int64_t fid) const {
    const auto found = boxes_.find(fid);
    return found == boxes_.end() ? Json() : found->second;
}

}  // namespace papar
