#include "engine/output/write_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"
#include "engine/output/csv.hpp"
#include "engine/output/data_package.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/people_tables.hpp"
#include "engine/output/run_record.hpp"
#include "engine/output/tables.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <vector>

namespace papar {
namespace {

namespace fs = std::filesystem;

[[nodiscard]] OutputFile finished(const fs::path& path) {
    OutputFile file{path.filename().string(), 0, {}};
    file.sha256 = sha256_of_file(path, file.bytes);
    return file;
}

[[nodiscard]] OutputFile write_table(const fs::path& path, const Table& table) {
    write_file(path, csv_text(table));
    verify_csv(path, table);
    return finished(path);
}

[[nodiscard]] OutputFile write_json(const fs::path& path, const Json& json) {
    write_file(path, json_page(json));
    verify_json(path);
    return finished(path);
}

// What needs the inputs' hashes, which may be known only now, and what is small.
void finish_geopackage(const fs::path& path, const ResultView& view, const Table& zones, std::vector<Table> tables) {
    const Table inputs = inputs_table(view);
    add_geopackage_table(path, inputs);
    tables.push_back(inputs);
    const std::vector<MapStyle> styles = map_styles(view);
    describe_geopackage(path, zones, tables, json_page(run_record(view)), styles);
    verify_geopackage_table(path, inputs.name, inputs.rows);
    verify_geopackage_table(path, "gpkg_metadata", 1);
    verify_geopackage_table(path, "layer_styles", styles.size());
}

// A table with a CSV file of its own, beside that of the zones.
struct CsvTable {
    const char* file;
    Table table;
};

[[nodiscard]] std::vector<CsvTable> csv_tables(const ResultView& view) {
    std::vector<CsvTable> tables = {{exposure_file, exposure_table(view)}};
    if (!view.facts.groups.empty()) tables.push_back({groups_file, groups_table(view)});
    if (view.facts.official) tables.push_back({matches_file, matches_table(view)});
    return tables;
}

}  // namespace

void write_outputs(const fs::path& folder, const RunFacts& facts, const ZoneLayer& layer, const OverlayResult& result,
                   const OutputSettings& settings, const ProgressCallback& progress) {
    std::int64_t done = 0;
    const auto report = [&] {
        if (progress && !progress({"output", done++, 4, "steps"})) {
            throw error(ErrorKind::interrupted, "stopped while writing the outputs; nothing is left behind");
        }
    };
    const ResultView view{facts, layer, result, settings.language};
    const Table zones = zone_table(view);
    const std::vector<CsvTable> long_tables = csv_tables(view);
    std::vector<Table> tables = {balance_table(view), findings_table(view), histogram_table(view),
                                 histogram_limits_table(view)};
    std::ranges::transform(long_tables, std::inserter(tables, tables.begin()), &CsvTable::table);
    report();
    const fs::path geopackage = folder / geopackage_file;
    write_geopackage_layers(geopackage, layer, zones, tables);
    report();
    // The GeoPackage is read back while a thread of its own waits for the disk and the other tables are written.
    std::future<void> on_disk = std::async(std::launch::async, sync_to_disk, geopackage);
    TableFile zones_csv{zones, {}};
    std::vector<TableFile> long_csv;
    tbb::parallel_invoke([&] { verify_geopackage(geopackage, zones, tables); },
                         [&] {
                             zones_csv.file = write_table(folder / zones_file, zones);
                             for (const CsvTable& each : long_tables) {
                                 long_csv.push_back({each.table, write_table(folder / each.file, each.table)});
                             }
                         });
    on_disk.get();
    report();
    finish_geopackage(geopackage, view, zones, tables);
    const OutputFile package = write_json(folder / data_package_file, data_package(view, zones_csv, long_csv));
    report();
    std::vector<OutputFile> outputs = {zones_csv.file, package};
    std::ranges::transform(long_csv, std::inserter(outputs, outputs.begin()), &TableFile::file);
    (void)write_json(folder / run_record_file, full_run_record(view, outputs));
    report();
}

}  // namespace papar
