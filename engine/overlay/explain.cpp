#include "engine/overlay/explain.hpp"

#include "engine/grid/placed_reader.hpp"
#include "engine/overlay/block_areas.hpp"
#include "engine/overlay/combine_parts.hpp"
#include "engine/overlay/covered_blocks.hpp"
#include "engine/overlay/explain_pieces.hpp"
#include "engine/overlay/hazard_values.hpp"
#include "engine/overlay/people_block.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace papar {

namespace {

// Cells of the file behind an analysis cell. A value holds in all of its cell; people are shared out by size.
std::vector<CellOrigin> origins(const RasterSource& raster, const Placement& placement, CellSplit split,
                                std::int64_t col, std::int64_t row) {
    if (!placement.window().contains({col, row, 1, 1})) {
        return {};
    }
    std::vector<CellOrigin> cells = raster.origins(placement.x.cell_at(col), placement.y.cell_at(row));
    for (CellOrigin& cell : cells) {
        cell.share *= split == CellSplit::share ? placement.x.share(col) * placement.y.share(row) : 1.0;
    }
    return cells;
}

// Reads one block of the population and of the hazard, and takes the zone's cells from it.
class CellCollector {
public:
    CellCollector(const OverlayInput& input, std::size_t hazard)
        : input_(input),
          hazard_(input.hazards[hazard]),
          scale_(hazard_.classes),
          people_reader_(input),
          hazard_reader_(*hazard_.raster, hazard_.placement, CellSplit::repeat) {
        explanation_.parts.resize(hazard_.classes.count() + 2);
    }

    void add_block(const Window& window, std::span<const Span> spans) {
        const BlockAreas areas = block_areas(input_.cell_area, input_.grid, window);
        people_reader_.read(window, areas, people_);
        hazard_reader_.read(window, values_);
        (void)refuse_unfit_values(values_, hazard_.classes, hazard_.raster->name(), input_.grid, window);
        for (const Span& span : spans) {
            for (std::int64_t col = span.col; col < span.end_col(); ++col) {
                add_cell(window, span.row, col, span.fraction, areas);
            }
        }
    }

    [[nodiscard]] Explanation finish() {
        std::sort(explanation_.cells.begin(), explanation_.cells.end(),
                  [](const ExplainedCell& a, const ExplainedCell& b) {
                      return a.row != b.row ? a.row < b.row : a.col < b.col;
                  });
        return std::move(explanation_);
    }

private:
    void add_cell(const Window& window, std::int64_t row, std::int64_t col, std::int32_t fraction,
                  const BlockAreas& areas) {
        ExplainedCell cell;
        cell.row = window.row + row;
        cell.col = window.col + col;
        cell.fraction = static_cast<double>(fraction) / full_cell;
        cell.area_m2 = areas.at(row, col);
        cell.people_from = people_behind(input_.population, cell.col, cell.row);
        cell.value_from = origins(*hazard_.raster, hazard_.placement, CellSplit::repeat, cell.col, cell.row);
        cell.people = people_.at(col, row);
        cell.value = values_.at(col, row);
        cell.part = values_.type == CellType::float32 ? scale_.part_of(static_cast<float>(cell.value))
                                                      : scale_.part_of(cell.value);
        Figures& figures = explanation_.parts[static_cast<std::size_t>(cell.part)];
        figures.people += People(cell.people_added());
        figures.area += AreaM2(cell.area_added_m2());
        explanation_.cells.push_back(cell);
    }

    const OverlayInput& input_;
    const HazardLayer& hazard_;
    HazardScale scale_;
    PeopleReader people_reader_;
    PlacedReader hazard_reader_;
    CellBlock people_;
    CellBlock values_;
    Explanation explanation_;
};

Explanation explain_part(const OverlayInput& input, std::size_t part, std::size_t hazard) {
    if (!input.hazards[hazard].raster) {
        return explain_pieces(input, part, hazard);
    }
    const Zone& zone = input.shapes().zones[part];
    ZoneLayer only;
    only.zones.push_back({zone.code, zone.name, input.shapes().shape_on_grid(part)});
    CellCollector collector(input, hazard);
    for_each_covered_block(input, only, [&](const Window& window, const BlockCoverage& block) {
        collector.add_block(window, block.of(block.zones.front()));
    });
    return collector.finish();
}

// Adds one owner's share of a part.
void add_share(const Explanation& part, std::size_t owners, std::size_t place, Explanation& sum) {
    for (ExplainedCell cell : part.cells) {
        cell.fraction /= static_cast<double>(owners);
        sum.cells.push_back(cell);
    }
    sum.parts.resize(part.parts.size());
    for (std::size_t i = 0; i < part.parts.size(); ++i) {
        sum.parts[i].people += People::from_units(share_of(part.parts[i].people.units(), owners, place));
        sum.parts[i].area += AreaM2::from_units(share_of(part.parts[i].area.units(), owners, place));
    }
}

// Cells on the border between two parts come from both; under a vector hazard, once for each class.
void join_cells(std::vector<ExplainedCell>& cells) {
    std::stable_sort(cells.begin(), cells.end(), [](const ExplainedCell& a, const ExplainedCell& b) {
        return std::tie(a.row, a.col, a.part) < std::tie(b.row, b.col, b.part);
    });
    std::vector<ExplainedCell> joined;
    for (const ExplainedCell& cell : cells) {
        const bool again = !joined.empty() && joined.back().row == cell.row && joined.back().col == cell.col &&
                           joined.back().part == cell.part;
        if (again) {
            joined.back().fraction += cell.fraction;
        } else {
            joined.push_back(cell);
        }
    }
    cells = std::move(joined);
}

}  // namespace

std::vector<CellOrigin> people_behind(const PopulationLayer& population, std::int64_t col, std::int64_t row) {
    // Of a density, too, a cell takes its part of the people.
    return origins(*population.raster, population.placement, CellSplit::share, col, row);
}

Explanation explain(const OverlayInput& input, std::size_t zone, std::size_t hazard) {
    if (input.parts == nullptr) {
        return explain_part(input, zone, hazard);
    }
    Explanation sum;
    for (std::size_t part = 0; part < input.parts->owners.size(); ++part) {
        const std::vector<std::uint32_t>& owners = input.parts->owners[part];
        const auto found = std::find(owners.begin(), owners.end(), zone);
        if (found != owners.end()) {
            add_share(explain_part(input, part, hazard), owners.size(),
                      static_cast<std::size_t>(found - owners.begin()), sum);
        }
    }
    join_cells(sum.cells);
    return sum;
}

}  // namespace papar
