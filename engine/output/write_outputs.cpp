#include "engine/output/write_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"
#include "engine/output/border_tables.hpp"
#include "engine/output/csv.hpp"
#include "engine/output/data_package.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/level_shapes.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/people_tables.hpp"
#include "engine/output/risk_tables.hpp"
#include "engine/output/run_record.hpp"
#include "engine/output/tables.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

namespace papar {
namespace {

namespace fs = std::filesystem;

[[nodiscard]] OutputFile finished(const fs::path& path, std::string name) {
    OutputFile file{std::move(name), 0, {}};
    file.sha256 = sha256_of_file(path, file.bytes);
    return file;
}

[[nodiscard]] OutputFile write_table(const fs::path& path, const Table& table) {
    write_file(path, csv_text(table));
    verify_csv(path, table);
    return finished(path, path.filename().string());
}

[[nodiscard]] OutputFile write_json(const fs::path& path, const Json& json) {
    write_file(path, json_page(json));
    verify_json(path);
    return finished(path, path.filename().string());
}

// What needs the inputs' hashes, which may be known only now, and what is small.
void finish_geopackage(const fs::path& path, const ResultView& view, const std::vector<MapLayer>& layers,
                       std::vector<Table> tables) {
    const Table inputs = inputs_table(view);
    add_geopackage_table(path, inputs);
    tables.push_back(inputs);
    describe_geopackage(path, layers, tables, json_page(run_record(view)));
    std::size_t styles = 0;
    for (const MapLayer& layer : layers) styles += layer.styles.size();
    verify_geopackage_table(path, inputs.name, inputs.rows);
    verify_geopackage_table(path, "gpkg_metadata", 1);
    verify_geopackage_table(path, "layer_styles", styles);
}

// The zones, then the levels above them.
[[nodiscard]] std::vector<MapLayer> map_layers(const ResultView& view) {
    const ZoneLayer& layer = view.layer;
    std::vector<MapLayer> layers;
    std::vector<MapStyle> styles = map_styles(view);
    if (view.risk != nullptr) std::ranges::move(risk_styles(view), std::back_inserter(styles));
    layers.push_back(
        {zone_table(view), [&layer](std::size_t row) -> const Shape& { return layer.zones[row].shape; }, styles});
    const auto shapes = std::make_shared<const std::vector<std::vector<Shape>>>(level_shapes(layer));
    for (std::size_t index = 0; index < layer.levels.size(); ++index) {
        layers.push_back({level_table(view, index),
                          [shapes, index](std::size_t row) -> const Shape& { return (*shapes)[index][row]; }, styles});
    }
    return layers;
}

// Every layer's table as CSV.
void write_wide_tables(const fs::path& folder, const std::vector<ZoneLevel>& levels, std::vector<TableFile>& wide) {
    for (std::size_t i = 0; i < wide.size(); ++i) {
        wide[i].file = write_table(folder / (i == 0 ? zones_file : level_file(levels[i - 1].id)), wide[i].table);
    }
}

// A table with a CSV file of its own, beside the wide ones.
struct CsvTable {
    const char* file;
    Table table;
    bool of_zones;  // the column kode of every row refers to the zones' table
};

[[nodiscard]] std::vector<CsvTable> csv_tables(const ResultView& view) {
    std::vector<CsvTable> tables = {{exposure_file, exposure_table(view), view.layer.levels.empty()}};
    if (!view.facts.groups.empty()) tables.push_back({groups_file, groups_table(view), true});
    if (view.facts.official) tables.push_back({matches_file, matches_table(view), true});
    if (view.risk != nullptr) {
        tables.push_back({risk_file, risk_table(view), view.layer.levels.empty()});
        tables.push_back({method_file, method_table(view), false});
    }
    return tables;
}

}  // namespace

void write_outputs(const fs::path& folder, const RunFacts& facts, const ZoneLayer& layer, const OverlayResult& result,
                   const OutputSettings& settings, const ProgressCallback& progress,
                   std::span<const VariantResult> variants, const RiskResult* risk,
                   std::span<const std::string> others) {
    std::int64_t done = 0;
    const auto report = [&] {
        if (progress && !progress({"output", done++, 4, "steps"})) {
            throw error(ErrorKind::interrupted, "stopped while writing the outputs; nothing is left behind");
        }
    };
    const ResultView view{facts, layer, result, settings.language, variants, risk};
    std::vector<MapLayer> layers = map_layers(view);
    const std::size_t wide_tables = layers.size();
    std::vector<CsvTable> csv = csv_tables(view);
    std::vector<Table> tables = {balance_table(view), findings_table(view), histogram_table(view),
                                 histogram_limits_table(view)};
    std::ranges::transform(csv, std::inserter(tables, tables.begin()), &CsvTable::table);
    if (facts.borders) {
        layers.push_back({borders_table(view),
                          [&facts](std::size_t row) -> const Shape& { return facts.borders->defects[row].shape; },
                          {borders_style(view)}});
        csv.push_back({borders_file, layers.back().table, false});
    }
    if (risk != nullptr && has_facilities(view)) {
        layers.push_back({facilities_table(view), {}, facility_styles(view), [risk](std::size_t row) -> Vertex {
                              return {risk->points[row].x, risk->points[row].y};
                          }});
        csv.push_back({facilities_file, layers.back().table, true});
    }
    std::vector<TableFile> wide;  // of zones and levels
    for (const MapLayer& of : std::span(layers).first(wide_tables)) wide.push_back({of.table, {}});
    report();
    const fs::path geopackage = folder / geopackage_file;
    write_geopackage_layers(geopackage, layer.crs_wkt, layers, tables);
    report();
    // The GeoPackage is read back while a thread of its own waits for the disk and the other tables are written.
    std::future<void> on_disk = std::async(std::launch::async, sync_to_disk, geopackage);
    std::vector<TableFile> csv_files;
    tbb::parallel_invoke(
        [&] { verify_geopackage(geopackage, layers, tables); },
        [&] {
            write_wide_tables(folder, layer.levels, wide);
            for (const CsvTable& each : csv) {
                csv_files.push_back({each.table, write_table(folder / each.file, each.table), each.of_zones});
            }
        });
    on_disk.get();
    report();
    finish_geopackage(geopackage, view, layers, tables);
    const OutputFile package = write_json(folder / data_package_file, data_package(view, wide, csv_files));
    report();
    std::vector<OutputFile> outputs;
    for (const TableFile& table : wide) outputs.push_back(table.file);
    for (const TableFile& other : csv_files) outputs.push_back(other.file);
    outputs.push_back(package);
    for (const std::string& name : others) outputs.push_back(finished(folder / name, name));
    (void)write_json(folder / run_record_file, full_run_record(view, outputs));
    report();
}

}  // namespace papar
