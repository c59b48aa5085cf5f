#include "engine/output/cells_table.hpp"

#include "engine/base/error.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/hazard_parts.hpp"
#include "engine/output/written_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <functional>
#include <system_error>
#include <utility>

namespace papar {
namespace {

struct CellRow {
    const CellsOfHazard& hazard;
    const ExplainedCell& cell;
};

Value known(double value) {
    return std::isnan(value) ? Value() : Value(value);
}

Value part_label(const CellRow& row) {
    const std::vector<std::string>& labels = row.hazard.labels;
    const auto part = static_cast<std::size_t>(row.cell.part);
    if (part < labels.size()) return labels[part];
    return std::string(part == labels.size() ? no_hazard_name : no_data_name);
}

// "12,7" (column, row), or where a cell takes part of several: "12,7 x 0.25; 13,7 x 0.1".
Value cells_of_file(const std::vector<CellOrigin>& cells) {
    if (cells.empty()) return {};
    std::string text;
    for (const CellOrigin& cell : cells) {
        text += fmt::format("{}{},{}", text.empty() ? "" : "; ", cell.col, cell.row);
        if (cell.share != 1) text += fmt::format(" x {:.9g}", cell.share);
    }
    return text;
}

Table cells_table(const std::vector<CellRow>& rows, Language language) {
    const auto say = [language](const char* id, const char* en) {
        return std::string(language == Language::id ? id : en);
    };
    Table table{"sel",
                say("Sel penyusun angka wilayah", "Cells that make up the zone's figures"),
                say("Sel grid analisis yang tersentuh wilayah", "Cells of the analysis grid that the zone touches"),
                {},
                {},
                rows.size()};
    const auto add = [&](const char* name, ColumnType type, const std::string& unit, const std::string& title,
                         std::function<Value(const CellRow&)> value) {
        table.columns.push_back({name, type, unit, title, title,
                                 [&rows, value = std::move(value)](std::size_t row) { return value(rows[row]); }});
    };
    const std::string people = say("jiwa", "people");
    add("bahaya", ColumnType::text, "", say("Bahaya", "Hazard"), [](const CellRow& r) { return r.hazard.id; });
    add("baris", ColumnType::integer, "", say("Baris grid analisis, dari 0", "Row of the analysis grid, from 0"),
        [](const CellRow& r) { return r.cell.row; });
    add("kolom", ColumnType::integer, "", say("Kolom grid analisis, dari 0", "Column of the analysis grid, from 0"),
        [](const CellRow& r) { return r.cell.col; });
    add("sel_bahaya", ColumnType::text, "",
        say("Sel berkas bahaya: kolom,baris dari 0", "Cell of the hazard file: column,row from 0"),
        [](const CellRow& r) { return cells_of_file(r.cell.value_from); });
    add("sel_penduduk", ColumnType::text, "",
        say("Sel berkas penduduk: kolom,baris dari 0 x bagian penduduknya",
            "Cells of the population file: column,row from 0 x share of its people"),
        [](const CellRow& r) { return cells_of_file(r.cell.people_from); });
    add("fraksi", ColumnType::real, "",
        say("Bagian sel di dalam wilayah (0-1)", "Share of the cell inside the zone (0-1)"),
        [](const CellRow& r) { return r.cell.fraction; });
    add("nilai", ColumnType::real, "", say("Nilai bahaya", "Hazard value"),
        [](const CellRow& r) { return known(r.cell.value); });
    add("kelas", ColumnType::text, "", say("Kelas bahaya", "Hazard class"), part_label);
    add("penduduk_sel", ColumnType::real, people, say("Penduduk seluruh sel (jiwa)", "People in the whole cell"),
        [](const CellRow& r) { return known(r.cell.people); });
    add("jiwa", ColumnType::real, people,
        say("Jiwa yang dihitung: penduduk sel x fraksi", "People counted: people in the cell x share"),
        [](const CellRow& r) { return r.cell.people_added(); });
    add("luas_ha", ColumnType::real, "ha", say("Luas yang dihitung (ha)", "Area counted (ha)"),
        [](const CellRow& r) { return r.cell.area_added_m2() / 1e4; });
    return table;
}

Shape square(const Grid& grid, const ExplainedCell& cell) {
    const double west = grid.x_of(static_cast<double>(cell.col));
    const double east = grid.x_of(static_cast<double>(cell.col + 1));
    const double north = grid.y_of(static_cast<double>(cell.row));
    const double south = grid.y_of(static_cast<double>(cell.row + 1));
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {{0, 5, false}}, {{0, 1}}};
}

}  // namespace

void write_cells(const std::filesystem::path& path, const Grid& grid, const std::string& crs_wkt,
                 const std::vector<CellsOfHazard>& hazards, Language language) {
    if (std::filesystem::exists(path)) {
        throw error(ErrorKind::usage, "{}: this file exists already; choose another name", path.string());
    }
    std::vector<CellRow> rows;
    std::vector<Shape> squares;
    for (const CellsOfHazard& hazard : hazards) {
        for (const ExplainedCell& cell : hazard.explanation.cells) {
            rows.push_back({hazard, cell});
            squares.push_back(square(grid, cell));
        }
    }
    const MapLayer layer{cells_table(rows, language),
                         [&squares](std::size_t row) -> const Shape& { return squares[row]; }};
    const std::filesystem::path unfinished =
        path.parent_path() / fmt::format(".{}.papar-{}", path.filename().string(), ::getpid());
    try {
        write_geopackage_layers(unfinished, crs_wkt, {layer}, {});
        sync_to_disk(unfinished);
        rename_or_throw(unfinished, path);
    } catch (...) {
        std::error_code ignored;  // the first error is the one to tell
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
}

}  // namespace papar
