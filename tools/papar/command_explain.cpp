// papar explain STUDY ZONE: how a zone's figures came about.
#include "engine/explain_study.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/numbers.hpp"
#include "tools/papar/study_arguments.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <string>

namespace papar {

namespace {

struct ExplainArguments {
    StudyArguments common;
    std::string zone;
    std::string hazard;
    std::string cells_file;
    std::size_t most_cells = 40;
};

std::string part_name(const ExplainedHazard& hazard, std::size_t part) {
    const std::size_t classes = hazard.labels.size();
    return part < classes ? hazard.labels[part] : part == classes ? "no hazard" : "no hazard data";
}

std::string number_or_dash(double value) {
    return std::isnan(value) ? "-" : fmt::format("{:.6g}", value);
}

std::string sums_text(const ExplainedHazard& hazard) {
    std::string text = fmt::format("  {:<16} {:>16} {:>16}\n", "class", "people", "area ha");
    Figures all;
    for (std::size_t part = 0; part < hazard.explanation.parts.size(); ++part) {
        const Figures& figures = hazard.explanation.parts[part];
        text += fmt::format("  {:<16} {:>16} {:>16}\n", part_name(hazard, part), grouped(figures.people.value(), 4),
                            grouped(figures.area.value() / 1e4, 4));
        all.people += figures.people;
        all.area += figures.area;
    }
    return text + fmt::format("  {:<16} {:>16} {:>16}\n", "sum", grouped(all.people.value(), 4),
                              grouped(all.area.value() / 1e4, 4));
}

// "12,7" (column, row); with the share where it is not the whole cell; only how many where there are several.
std::string cells_of_file(const std::vector<CellOrigin>& cells) {
    if (cells.size() != 1) {
        return cells.empty() ? "-" : fmt::format("{} cells", cells.size());
    }
    const CellOrigin& cell = cells.front();
    return fmt::format("{},{}{}", cell.col, cell.row, cell.share == 1 ? "" : fmt::format(" x{:.4g}", cell.share));
}

// The cells that add most people, so that a reader sees what makes the figure.
std::string cells_text(const ExplainedHazard& hazard, const Grid& grid, std::size_t most_cells) {
    const std::vector<ExplainedCell>& cells = hazard.explanation.cells;
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cells[a].people_added() > cells[b].people_added(); });
    order.resize(std::min(order.size(), most_cells));
    std::string text =
        fmt::format("  {:>8} {:>8} {:>14} {:>14} {:>12} {:>12} {:<14} {:>12} {:>12}  {:<14} {}\n", "row", "column", "x",
                    "y", "fraction", "value", "class", "people", "adds", "hazard cell", "population cell");
    for (const std::size_t i : order) {
        const ExplainedCell& cell = cells[i];
        text += fmt::format("  {:>8} {:>8} {:>14.6f} {:>14.6f} {:>12.9f} {:>12} {:<14} {:>12} {:>12.6f}  {:<14} {}\n",
                            cell.row, cell.col, grid.x_of(static_cast<double>(cell.col) + 0.5),
                            grid.y_of(static_cast<double>(cell.row) + 0.5), cell.fraction, number_or_dash(cell.value),
                            part_name(hazard, static_cast<std::size_t>(cell.part)), number_or_dash(cell.people),
                            cell.people_added(), cells_of_file(cell.value_from), cells_of_file(cell.people_from));
    }
    return text;
}

std::string explanation_text(const ZoneExplanation& explanation, std::size_t most_cells) {
    std::string text = fmt::format(
        "zone {} {}\npeople from {}: each cell adds its people x the fraction of the cell inside the zone\n",
        explanation.code, explanation.name, explanation.population);
    for (const std::string& part : explanation.shared) {
        text += fmt::format("shared with other zones: {}\n", part);
    }
    for (const Finding& finding : explanation.findings) {
        text += fmt::format("({})\n", finding.sentence);
    }
    for (const ExplainedHazard& hazard : explanation.hazards) {
        const std::size_t count = hazard.explanation.cells.size();
        text += fmt::format("\nhazard {} ({}) from {}: {}\n", hazard.id, hazard.title, hazard.file,
                            counted(static_cast<std::int64_t>(count), "cell"));
        text += sums_text(hazard);
        text += count > most_cells
                    ? fmt::format("\n  the {} cells that add most people (-o writes all of them):\n", most_cells)
                    : "\n";
        text += cells_text(hazard, explanation.grid, most_cells);
    }
    return text;
}

void explain_study(const ExplainArguments& arguments) {
    const Study study = arguments.common.study();
    const ZoneExplanation explanation = explain_zone(study, arguments.zone, arguments.hazard);
    if (!arguments.cells_file.empty()) {
        write_explanation(explanation, arguments.cells_file, study.output.language);
    }
    fmt::print("{}", explanation_text(explanation, arguments.most_cells));
}

}  // namespace

Action declare_explain(CLI::App& options) {
    const auto arguments = std::make_shared<ExplainArguments>();
    arguments->common.declare(options);
    options.add_option("zone", arguments->zone, "The zone's code, or its name")->required()->type_name("ZONE");
    options.add_option("--hazard", arguments->hazard, "One hazard's id; otherwise all hazards")->type_name("ID");
    options.add_option("-o,--output", arguments->cells_file, "Write all cells to this GeoPackage, layer sel")
        ->type_name("FILE");
    options.add_option("--cells", arguments->most_cells, "Print at most this many cells a hazard")
        ->type_name("N")
        ->capture_default_str();
    options.footer("Example:\n  papar explain data/sample/study.toml 99.01.01.1001 --hazard banjir -o sel.gpkg");
    return [arguments] { explain_study(*arguments); };
}

}  // namespace papar
