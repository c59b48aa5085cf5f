#include "engine/tiles/result_zones.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/polygon_area.hpp"
#include "engine/io/zones_features.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/tiles/map_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace papar {

namespace {

namespace fs = std::filesystem;

struct ColumnWords {
    ColumnType type = ColumnType::text;
    std::string title;
};

// Of a layer's columns, by name, and their names in the layer's order.
struct LayerColumns {
    std::vector<std::string> names;
    std::map<std::string, ColumnWords> words;
};

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

ColumnType type_of(const std::string& sql_type) {
    return sql_type == "REAL" ? ColumnType::real : sql_type == "INTEGER" ? ColumnType::integer : ColumnType::text;
}

LayerColumns columns_of(SqliteFile& tables, const std::string& layer) {
    LayerColumns columns;
    tables.each_row(fmt::format("SELECT i.name, i.type, c.title FROM pragma_table_info('{0}') i JOIN gpkg_data_columns "
                                "c ON c.table_name = '{0}' AND c.column_name = i.name ORDER BY i.cid",
                                layer),
                    [&](const std::vector<Value>& row) {
                        const std::string name = text_of(row[0]);
                        columns.names.push_back(name);
                        columns.words[name] = {type_of(text_of(row[1])), text_of(row[2])};
                    });
    return columns;
}

Table table_of(SqliteFile& tables, const LevelWords& level, const std::vector<HazardWords>& hazards) {
    LayerColumns columns = columns_of(tables, level.layer);
    const std::vector<std::string> chosen = map_columns(columns.names, hazards);
    std::string query = "SELECT ";
    for (const std::string& name : chosen) query += (&name == chosen.data() ? "" : ", ") + sql_name(name);
    const auto rows = std::make_shared<std::vector<std::vector<Value>>>();
    tables.each_row(query + " FROM " + sql_name(level.layer) + " ORDER BY fid",
                    [&](const std::vector<Value>& row) { rows->push_back(row); });
    Table table;
    table.name = level.layer;
    table.title = level.title;
    table.rows = rows->size();
    for (std::size_t c = 0; c < chosen.size(); ++c) {
        ColumnWords& words = columns.words[chosen[c]];
        table.columns.push_back({chosen[c], words.type, "", words.title, "",
                                 [rows, c](std::size_t row) -> Value { return (*rows)[row][c]; }});
    }
    return table;
}

// What brings a layer's coordinates to the map, with the box of all of them.
class ToMercator {
public:
    void bring(Shape& shape, const CrsOperation& operation, const std::string& subject) {
        for (Vertex& vertex : shape.vertices) {
            const std::optional<Vertex> place = operation.forward(vertex);
            if (!place) {
                throw error(ErrorKind::input,
                            "{}: the point ({:.10g}, {:.10g}) has no place in Web Mercator; map tiles reach to 85 "
                            "degrees north and south",
                            subject, vertex.x, vertex.y);
            }
            vertex = *place;
            box_.low = {std::min(box_.low.x, vertex.x), std::min(box_.low.y, vertex.y)};
            box_.high = {std::max(box_.high.x, vertex.x), std::max(box_.high.y, vertex.y)};
        }
    }
    [[nodiscard]] LonLatBox bounds() const {
        return {lon_of(box_.low.x), lat_of(box_.low.y), lon_of(box_.high.x), lat_of(box_.high.y)};
    }

private:
    static constexpr double infinite = std::numeric_limits<double>::infinity();
    Box box_{{infinite, infinite}, {-infinite, -infinite}};
};

Box box_of(const std::deque<ZoneFeature>& features) {
    Box box{features.front().low, features.front().high};
    for (const ZoneFeature& feature : features) {
        box.low = {std::min(box.low.x, feature.low.x), std::min(box.low.y, feature.low.y)};
        box.high = {std::max(box.high.x, feature.high.x), std::max(box.high.y, feature.high.y)};
    }
    return box;
}

ResultLayer read_layer(const fs::path& file, SqliteFile& tables, const LevelWords& level,
                       const std::vector<HazardWords>& hazards, ToMercator& mercator) {
    ResultLayer layer{level.layer, level.title, table_of(tables, level, hazards), {}, {}};
    ZonesInput input;
    input.name = file.string();
    input.path = file;
    input.layer = level.layer;
    input.code_column = "kode";
    input.name_column = "nama";
    const ZonesLayerFile opened = open_zones_layer(input);
    if (opened.crs_wkt.empty()) {
        throw error(ErrorKind::input,
                    "{}: has no coordinate system, so its zones have no place on the web's map; say in the study what "
                    "it is (zones.assume_crs) and run it again",
                    opened.subject);
    }
    std::deque<ZoneFeature> features = read_features(opened, PolygonArea(opened.crs_wkt));
    const CrsOperation operation(opened.crs_wkt, "EPSG:3857", box_of(features));
    for (ZoneFeature& feature : features) {
        mercator.bring(feature.zone.shape, operation, opened.subject);
        layer.shapes.push_back(std::move(feature.zone.shape));
        layer.codes.push_back(std::move(feature.zone.code));
    }
    if (layer.shapes.size() != layer.table.rows) {
        throw error(ErrorKind::input, "{}: has {} rows and {} zones; was it edited?", opened.subject, layer.table.rows,
                    layer.shapes.size());
    }
    return layer;
}

}  // namespace

ResultZones read_result_zones(const fs::path& result, const ResultWords& words) {
    const fs::path file = result / geopackage_file;
    ResultZones zones;
    ToMercator mercator;
    try {
        SqliteFile tables(file, SqliteFile::Access::read);
        for (const LevelWords& level : words.levels) {
            zones.layers.push_back(read_layer(file, tables, level, words.hazards, mercator));
        }
    } catch (const Error& problem) {
        if (problem.kind() == ErrorKind::input) throw;
        throw error(ErrorKind::input, "{}: this is no whole result of papar run: {}", result.string(), problem.what());
    }
    zones.bounds = mercator.bounds();
    return zones;
}

}  // namespace papar
