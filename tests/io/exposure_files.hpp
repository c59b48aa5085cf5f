// Exposure layers written for a test, and read onto two grids.
#pragma once

#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/exposure_layer.hpp"

#include "tests/io/zone_files.hpp"
#include "tests/support/shapes.hpp"

#include <string>
#include <utility>
#include <vector>

namespace papar::test {

// UTM zone 48 south, 4 x 4 cells of 100 m; x 500000 is the zone's central meridian, where its scale is 0.9996.
inline const Grid utm{500000, 9300000, 100, 100, 4, 4};
inline const std::string utm_crs = "EPSG:32748";
// The west half and the east half, by x.
inline const ZoneLayer utm_zones = layer_of({shape_of({{rectangle(500000, 9299600, 500200, 9300000)}}),
                                             shape_of({{rectangle(500200, 9299600, 500400, 9300000)}})});

// 4 x 4 cells of one degree round the equator, and a third zone east of the grid.
inline const Grid degrees{100, 2, 1, 1, 4, 4};
inline const ZoneLayer degree_zones =
    layer_of({shape_of({{rectangle(100, -2, 102, 2)}}), shape_of({{rectangle(102, -2, 104, 2)}}),
              shape_of({{rectangle(104, -2, 106, 2)}})});
inline constexpr double degree_m = 111319.49;  // of the equator: 6378137 m x pi / 180 = 111319.4908 m

inline ExposureInput input_of(ExposureKind kind, ZonesInput layer, const std::vector<Column>& columns) {
    ExposureInput input;
    input.id = "aset";
    input.kind = kind;
    input.layer = std::move(layer);
    for (const Column& column : columns) {
        (column.name == "nama"    ? input.layer.name_column
         : column.name == "jenis" ? input.category.name
                                  : input.value.name) = column.name;
    }
    return input;
}

inline ExposureInput gpkg(const std::string& name, ExposureKind kind, int epsg, const std::vector<Column>& columns,
                          const std::vector<Row>& rows) {
    return input_of(kind, vector_file(name, "GPKG", epsg, wkbUnknown, columns, rows), columns);
}

inline ExposureRead in_utm(const ExposureInput& input) {
    return read_exposure_layer(input, utm_zones, utm_crs, utm, CellArea::planar(utm, 1));
}

inline ExposureRead in_degrees(const ExposureInput& input) {
    return read_exposure_layer(input, degree_zones, "EPSG:4326", degrees,
                               cell_area_of_crs("EPSG:4326", degrees, AreaModel::ellipsoidal));
}

}  // namespace papar::test
