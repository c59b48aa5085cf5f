#include "engine/io/building_weights.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/derived_raster.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/table_number.hpp"
#include "engine/io/text_table.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/zones/covered_cells.hpp"

#include <ogr_api.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace papar {

namespace {

// One weight a feature, in feature order; empty where the study names no column.
std::vector<double> column_weights(const SpreadInput& input, const std::string& layer) {
    if (input.building_weight.name.empty()) {
        return {};
    }
    TableInput source;
    source.name = input.buildings.name;
    source.path = input.buildings.path;
    source.layer = layer;
    source.where = input.buildings.where;
    source.where_layer = input.buildings.where_layer;
    const TextTable table = read_table(source);
    const std::size_t column = table.column(input.building_weight);
    std::vector<double> weights;
    for (const TableRow& row : table.rows) {
        weights.push_back(cell_number(table, row, column, std::nullopt, "the weight"));
        if (weights.back() < 0) {
            throw error(ErrorKind::input, "{}, column \"{}\": the weight {} is negative; a building weighs 0 or more",
                        table.place(row), table.columns[column], row.cells[column].text);
        }
    }
    return weights;
}

void add_footprints(const ZoneLayer& buildings, const std::vector<double>& weights, const Grid& grid,
                    const CellArea& cell_area, SparseRaster& raster) {
    const std::vector<CoveredCell> pieces = covered_cells(buildings, grid, cell_area);
    std::vector<double> m2(buildings.zones.size(), 0.0);
    for (const CoveredCell& piece : pieces) {
        m2[piece.shape] += piece.m2;
    }
    for (const CoveredCell& piece : pieces) {
        const double whole = m2[piece.shape];
        const double weight = weights.empty() ? piece.m2 : whole > 0 ? weights[piece.shape] * (piece.m2 / whole) : 0;
        if (weight > 0) {
            raster.add(piece.col, piece.row, weight);
        }
    }
}

// Every point of a geometry; nothing where it holds anything else.
bool collect_points(OGRGeometryH geometry, std::vector<Vertex>& points) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPoint) {
        points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
        return true;
    }
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        if (!collect_points(OGR_G_GetGeometryRef(geometry, i), points)) {
            return false;
        }
    }
    return OGR_G_GetGeometryCount(geometry) > 0 || OGR_G_IsEmpty(geometry) != 0;
}

std::optional<CrsOperation> operation_to(const std::string& grid_crs_wkt, const ZonesLayerFile& file) {
    if (same_crs(file.crs_wkt, grid_crs_wkt)) {
        return std::nullopt;
    }
    OGREnvelope extent{};
    OGR_L_GetExtent(file.layer, &extent, TRUE);
    return std::optional<CrsOperation>(std::in_place, file.crs_wkt, grid_crs_wkt,
                                       Box{{extent.MinX, extent.MinY}, {extent.MaxX, extent.MaxY}});
}

void add_points(const ZonesLayerFile& file, const std::vector<double>& weights, const std::string& grid_crs_wkt,
                const Grid& grid, SparseRaster& raster) {
    const std::optional<CrsOperation> operation = operation_to(grid_crs_wkt, file);
    std::size_t order = 0;
    OGR_L_ResetReading(file.layer);
    while (const OgrFeature feature{OGR_L_GetNextFeature(file.layer)}) {
        const double weight = weights.empty() ? 1 : weights[order];
        ++order;
        std::vector<Vertex> points;
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry != nullptr && !collect_points(geometry, points)) {
            throw error(ErrorKind::input, "{}, feature {}: is not a point like the others of the layer", file.subject,
                        order);
        }
        for (const Vertex& point : points) {
            const std::optional<Vertex> place = operation ? operation->forward(point) : std::optional(point);
            const double col = place ? std::floor(grid.col_of(place->x)) : -1;
            const double row = place ? std::floor(grid.row_of(place->y)) : -1;
            const bool inside =
                col >= 0 && row >= 0 && col < static_cast<double>(grid.cols) && row < static_cast<double>(grid.rows);
            if (inside && weight > 0) {
                raster.add(static_cast<std::int64_t>(col), static_cast<std::int64_t>(row),
                           weight / static_cast<double>(points.size()));
            }
        }
    }
}

bool points_layer(OGRLayerH layer) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_L_GetGeomType(layer));
    return type == wkbPoint || type == wkbMultiPoint;
}

}  // namespace

BuildingWeights read_building_weights(const SpreadInput& input, const std::string& grid_crs_wkt, const Grid& grid,
                                      const CellArea& cell_area) {
    const ZonesLayerFile file = open_zones_layer(input.buildings);
    const std::vector<double> weights = column_weights(input, file.layer_name);
    const auto raster = std::make_shared<SparseRaster>(input.buildings.name, grid);
    BuildingWeights read{raster, {}, file.files};
    if (points_layer(file.layer)) {
        add_points(file, weights, grid_crs_wkt, grid, *raster);
        return read;
    }
    ZonesRead footprints = read_zones(input.buildings, grid_crs_wkt, grid);
    read.findings = std::move(footprints.findings);
    add_footprints(footprints.layer, weights, grid, cell_area, *raster);
    return read;
}

}  // namespace papar
