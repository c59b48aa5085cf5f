#include "engine/compare/write_comparison.hpp"

#include "engine/compare/comparison_json.hpp"
#include "engine/compare/comparison_tables.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/output/csv.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/output_folder.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <algorithm>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr const char* comparison_uri = "urn:papar:comparison";

Box box_of(const Shape& shape) {
    Box box{shape.vertices.front(), shape.vertices.front()};
    for (const Vertex& v : shape.vertices) {
        box.low = {std::min(box.low.x, v.x), std::min(box.low.y, v.y)};
        box.high = {std::max(box.high.x, v.x), std::max(box.high.y, v.y)};
    }
    return box;
}

// For the map only: vertices are moved, edges are not densified. No shape where a vertex has no image.
Shape brought_over(Shape shape, const std::string& from_wkt, const std::string& to_wkt) {
    if (shape.empty() || same_crs(from_wkt, to_wkt)) {
        return shape;
    }
    const CrsOperation operation(from_wkt, to_wkt, box_of(shape));
    for (Vertex& vertex : shape.vertices) {
        const std::optional<Vertex> image = operation.forward(vertex);
        if (!image) {
            return {};
        }
        vertex = *image;
    }
    return shape;
}

// B's shapes, and A's of the zones that only A has.
ZoneLayer shapes_of(const Comparison& comparison) {
    ZoneLayer layer;
    layer.crs_wkt = comparison.b.layer.crs_wkt;
    for (const ComparedZone& zone : comparison.zones) {
        Shape shape = zone.in == ComparedZone::In::only_a ? brought_over(comparison.a.layer.zones[zone.a].shape,
                                                                         comparison.a.layer.crs_wkt, layer.crs_wkt)
                                                          : comparison.b.layer.zones[zone.b].shape;
        layer.zones.push_back({zone.code, zone.name, std::move(shape)});
    }
    return layer;
}

void write_geopackage(const fs::path& path, const ComparisonView& view, const std::string& json) {
    const ZoneLayer shapes = shapes_of(view.comparison);
    const std::vector<MapLayer> layers = {
        {zone_changes_table(view), [&shapes](std::size_t row) -> const Shape& { return shapes.zones[row].shape; },
         change_styles(view)}};
    const std::vector<Table> tables = {record_changes_table(view)};
    write_geopackage_layers(path, shapes.crs_wkt, layers, tables);
    describe_geopackage(path, layers, tables, json, comparison_uri);
    verify_geopackage(path, layers, tables);
    verify_geopackage_table(path, "layer_styles", layers.front().styles.size());
}

}  // namespace

Language language_of(const Comparison& comparison) {
    const auto language = "/study/settings/output/language"_json_pointer;
    const Json& record = comparison.b.record;
    return record.contains(language) && record[language] == "en" ? Language::en : Language::id;
}

void write_comparison(const Comparison& comparison, const OutputSettings& settings) {
    OutputFolder folder(settings, diff_files);
    const ComparisonView view{comparison, settings.language};
    const std::string json = json_page(comparison_json(comparison));
    write_geopackage(folder.staging() / diff_geopackage_file, view, json);
    const Table table = detailed_changes_table(view);
    write_file(folder.staging() / diff_table_file, csv_text(table));
    verify_csv(folder.staging() / diff_table_file, table);
    write_file(folder.staging() / diff_json_file, json);
    verify_json(folder.staging() / diff_json_file);
    folder.commit();
}

}  // namespace papar
