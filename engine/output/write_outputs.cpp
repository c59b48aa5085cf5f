#include "engine/output/write_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"
#include "engine/output/border_tables.hpp"
#include "engine/output/csv.hpp"
#include "engine/output/data_package.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/run_record.hpp"
#include "engine/output/tables.hpp"
#include "engine/output/verify_outputs.hpp"
#include "engine/output/written_file.hpp"

#include <tbb/parallel_invoke.h>

#include <cstdint>
#include <future>
#include <optional>
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
void finish_geopackage(const fs::path& path, const ResultView& view, const std::vector<StyledLayer>& layers,
                       std::vector<Table> tables) {
    const Table inputs = inputs_table(view);
    add_geopackage_table(path, inputs);
    tables.push_back(inputs);
    describe_geopackage(path, layers, tables, json_page(run_record(view)));
    std::size_t styles = 0;
    for (const StyledLayer& layer : layers) styles += layer.styles.size();
    verify_geopackage_table(path, inputs.name, inputs.rows);
    verify_geopackage_table(path, "gpkg_metadata", 1);
    verify_geopackage_table(path, "layer_styles", styles);
}

}  // namespace

void write_outputs(const fs::path& folder, const RunFacts& facts, const ZoneLayer& layer, const OverlayResult& result,
                   const OutputSettings& settings, const ProgressCallback& progress,
                   std::span<const VariantResult> variants) {
    std::int64_t done = 0;
    const auto report = [&] {
        if (progress && !progress({"output", done++, 4, "steps"})) {
            throw error(ErrorKind::interrupted, "stopped while writing the outputs; nothing is left behind");
        }
    };
    const ResultView view{facts, layer, result, settings.language, variants};
    const Table zones = zone_table(view);
    const Table exposure = exposure_table(view);

    const std::vector<Table> tables = {exposure, balance_table(view), findings_table(view), histogram_table(view),
                                       histogram_limits_table(view)};
    std::vector<ShapeTable> layers = {
        {zones, layer.crs_wkt, [&](std::size_t row) -> const Shape& { return layer.zones[row].shape; }}};
    std::vector<StyledLayer> styled = {{zones, map_styles(view)}};
    std::vector<TableFile> others;
    std::optional<Table> borders;
    if (facts.borders) {
        borders = borders_table(view);
        layers.push_back({*borders, layer.crs_wkt,
                          [&](std::size_t row) -> const Shape& { return facts.borders->defects[row].shape; }});
        styled.push_back({*borders, {borders_style(view)}});
        others.push_back({*borders, {}});
    }
    report();
    const fs::path geopackage = folder / geopackage_file;
    write_geopackage_layers(geopackage, layers, tables);
    report();
    // The GeoPackage is read back while a thread of its own waits for the disk and the other tables are written.
    std::future<void> on_disk = std::async(std::launch::async, sync_to_disk, geopackage);
    TableFile zones_csv{zones, {}};
    TableFile exposure_csv{exposure, {}};
    tbb::parallel_invoke([&] { verify_geopackage(geopackage, layers, tables); },
                         [&] {
                             zones_csv.file = write_table(folder / zones_file, zones);
                             exposure_csv.file = write_table(folder / exposure_file, exposure);
                             for (TableFile& other : others)
                                 other.file = write_table(folder / borders_file, other.table);
                         });
    on_disk.get();
    report();
    finish_geopackage(geopackage, view, styled, tables);
    const OutputFile package =
        write_json(folder / data_package_file, data_package(view, zones_csv, exposure_csv, others));
    report();
    std::vector<OutputFile> outputs = {exposure_csv.file, zones_csv.file};
    for (const TableFile& other : others) outputs.push_back(other.file);
    outputs.push_back(package);
    (void)write_json(folder / run_record_file, full_run_record(view, outputs));
    report();
}

}  // namespace papar
