#include "engine/overlay/overlaps.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace papar {

namespace {

struct Piece {
    std::uint32_t zone;
    Span span;
};

// Pieces of all zones by row.
std::vector<std::vector<Piece>> pieces_by_row(const BlockCoverage& coverage, std::int64_t rows) {
    std::vector<std::vector<Piece>> by_row(static_cast<std::size_t>(rows));
    for (const ZoneSpans& zone : coverage.zones) {
        for (const Span& span : coverage.of(zone)) {
            by_row[static_cast<std::size_t>(span.row)].push_back({zone.zone, span});
        }
    }
    return by_row;
}

// The pairs that overlap in one overcovered cell: those that cover more than the cell together, or, where a third zone
// makes it more, the two that cover most of it.
void add_pairs(const std::vector<Piece>& pieces, std::int32_t col, Overlaps& overlaps) {
    std::vector<Piece> here;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(here), [col](const Piece& p) {
        return p.span.col <= col && col < p.span.end_col() && p.span.fraction > rounding_units;
    });
    std::stable_sort(here.begin(), here.end(),
                     [](const Piece& a, const Piece& b) { return a.span.fraction > b.span.fraction; });
    for (std::size_t a = 0; a < here.size(); ++a) {
        for (std::size_t b = a + 1; b < here.size(); ++b) {
            const bool most = a == 0 && b == 1;
            const std::int64_t together = std::int64_t{here[a].span.fraction} + here[b].span.fraction;
            if (here[a].zone != here[b].zone && (most || together > full_cell + overlap_units)) {
                overlaps.pairs.insert(std::minmax(here[a].zone, here[b].zone));
            }
        }
    }
}

}  // namespace

Overlaps find_overlaps(const BlockCoverage& coverage, std::int64_t cols, std::int64_t rows, const BlockAreas& areas) {
    Overlaps overlaps;
    double area = 0;
    std::vector<std::int64_t> steps(static_cast<std::size_t>(cols) + 1, 0);
    const std::vector<std::vector<Piece>> by_row = pieces_by_row(coverage, rows);
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::vector<Piece>& pieces = by_row[static_cast<std::size_t>(row)];
        std::fill(steps.begin(), steps.end(), 0);
        for (const Piece& piece : pieces) {
            steps[static_cast<std::size_t>(piece.span.col)] += piece.span.fraction;
            steps[static_cast<std::size_t>(piece.span.end_col())] -= piece.span.fraction;
        }
        std::int64_t covered = 0;
        bool changed = true;  // the zones over this cell may differ from those over the last
        for (std::int32_t col = 0; col < cols; ++col) {
            const std::int64_t step = steps[static_cast<std::size_t>(col)];
            changed = changed || step != 0;
            covered += step;
            if (covered <= full_cell + overlap_units) {
                continue;
            }
            area += static_cast<double>(covered - full_cell) / full_cell * areas.at(row, col);
            if (changed) {
                add_pairs(pieces, col, overlaps);
                changed = false;
            }
        }
    }
    overlaps.area = AreaM2(area);
    return overlaps;
}

}  // namespace papar
