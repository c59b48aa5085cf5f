#include "engine/overlay/explain_pieces.hpp"

#include "engine/grid/placed_reader.hpp"
#include "engine/overlay/block_areas.hpp"
#include "engine/overlay/covered_blocks.hpp"
#include "engine/overlay/people_block.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace papar {

namespace {

// The zone and its pieces under one hazard, as one layer to be covered: the zone first.
struct Parts {
    ZoneLayer layer;
    std::vector<int> part;  // of each shape: its class; of the zone: "no hazard"
};

Parts parts_of(const OverlayInput& input, std::size_t zone, std::size_t hazard) {
    const Zone& whole = input.shapes().zones[zone];
    Parts parts;
    parts.layer.zones.push_back({whole.code, whole.name, input.shapes().shape_on_grid(zone)});
    parts.part.push_back(static_cast<int>(input.hazards[hazard].classes.count()));
    for (std::size_t i = 0; i < input.pieces->pieces.size(); ++i) {
        const HazardPiece& piece = input.pieces->pieces[i];
        if (piece.zone == zone && piece.of && piece.of->hazard == hazard) {
            parts.layer.zones.push_back({whole.code, whole.name, input.pieces->shapes.shape_on_grid(i)});
            parts.part.push_back(static_cast<int>(piece.of->class_index));
        }
    }
    return parts;
}

class PieceCells {
public:
    PieceCells(const OverlayInput& input, const Parts& parts) : input_(input), parts_(parts), people_reader_(input) {
        explanation_.parts.resize(static_cast<std::size_t>(parts.part.front()) + 2);
    }

    void add_block(const Window& window, const BlockCoverage& coverage) {
        const BlockAreas areas = block_areas(input_.cell_area, input_.grid, window);
        people_reader_.read(window, areas, people_);
        // Of each cell and part, in units of the coverage; the pieces' land is taken from the zone's.
        std::map<std::pair<std::int64_t, std::int64_t>, std::map<int, std::int64_t>> cells;
        const int rest = parts_.part.front();
        for (const ZoneSpans& covered : coverage.zones) {
            const int part = parts_.part[covered.zone];
            for (const Span& span : coverage.of(covered)) {
                for (std::int64_t col = span.col; col < span.end_col(); ++col) {
                    std::map<int, std::int64_t>& cell = cells[{span.row, col}];
                    cell[part] += span.fraction;
                    cell[rest] -= part == rest ? 0 : span.fraction;
                }
            }
        }
        for (const auto& [place, fractions] : cells) {
            for (const auto& [part, fraction] : fractions) {
                if (std::abs(fraction) > rounding_units) {
                    add_cell(window, place.first, place.second, part, fraction, areas);
                }
            }
        }
    }

    [[nodiscard]] Explanation finish() {
        std::stable_sort(explanation_.cells.begin(), explanation_.cells.end(),
                         [](const ExplainedCell& a, const ExplainedCell& b) {
                             return a.row != b.row ? a.row < b.row : a.col < b.col;
                         });
        return std::move(explanation_);
    }

private:
    void add_cell(const Window& window, std::int64_t row, std::int64_t col, int part, std::int64_t fraction,
                  const BlockAreas& areas) {
        ExplainedCell cell;
        cell.row = window.row + row;
        cell.col = window.col + col;
        cell.fraction = static_cast<double>(fraction) / full_cell;
        cell.area_m2 = areas.at(row, col);
        cell.people_from = people_behind(input_.population, cell.col, cell.row);
        cell.people = people_.at(col, row);
        cell.part = part;
        Figures& figures = explanation_.parts[static_cast<std::size_t>(part)];
        figures.people += People(cell.people_added());
        figures.area += AreaM2(cell.area_added_m2());
        explanation_.cells.push_back(cell);
    }

    const OverlayInput& input_;
    const Parts& parts_;
    PeopleReader people_reader_;
    CellBlock people_;
    Explanation explanation_;
};

}  // namespace

Explanation explain_pieces(const OverlayInput& input, std::size_t zone, std::size_t hazard) {
    const Parts parts = parts_of(input, zone, hazard);
    PieceCells cells(input, parts);
    for_each_covered_block(input, parts.layer,
                           [&](const Window& window, const BlockCoverage& block) { cells.add_block(window, block); });
    return cells.finish();
}

}  // namespace papar
