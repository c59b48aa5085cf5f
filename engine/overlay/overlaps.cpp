#include "engine/overlay/overlaps.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace papar {

namespace {

// A span of one zone, numbered within the block.
struct Piece {
    std::size_t zone;
    Span span;
};

// Pieces of all zones by row, from west to east.
std::vector<std::vector<Piece>> pieces_by_row(const BlockCoverage& coverage, std::int64_t rows) {
    std::vector<std::vector<Piece>> by_row(static_cast<std::size_t>(rows));
    for (std::size_t zone = 0; zone < coverage.zones.size(); ++zone) {
        for (const Span& span : coverage.of(coverage.zones[zone])) {
            by_row[static_cast<std::size_t>(span.row)].push_back({zone, span});
        }
    }
    for (std::vector<Piece>& pieces : by_row) {
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const Piece& a, const Piece& b) { return a.span.col < b.span.col; });
    }
    return by_row;
}

// Walks along the rows of a block with the pieces over the current cell.
class OverlapFinder {
public:
    OverlapFinder(const BlockCoverage& coverage, const BlockAreas& areas)
        : coverage_(coverage), areas_(areas), known_(coverage.zones.size() * coverage.zones.size(), false) {}

    void add_row(const std::vector<Piece>& pieces, std::int64_t row) {
        active_.clear();
        std::size_t next = 0;
        while (next < pieces.size() || !active_.empty()) {
            std::int32_t col = active_.empty() ? pieces[next].span.col : end_of_cells_;
            if (next < pieces.size()) {
                col = std::min(col, pieces[next].span.col);
            }
            std::erase_if(active_, [col](const Piece& p) { return p.span.end_col() <= col; });
            const std::size_t before = active_.size();
            for (; next < pieces.size() && pieces[next].span.col == col; ++next) {
                active_.push_back(pieces[next]);
            }
            if (active_.empty()) {
                continue;
            }
            end_of_cells_ = next < pieces.size() ? pieces[next].span.col : std::numeric_limits<std::int32_t>::max();
            std::int64_t covered = 0;
            for (const Piece& piece : active_) {
                covered += piece.span.fraction;
                end_of_cells_ = std::min(end_of_cells_, static_cast<std::int32_t>(piece.span.end_col()));
            }
            if (covered > full_cell + overlap_units) {
                for (std::int64_t cell = col; cell < end_of_cells_; ++cell) {
                    area_ += static_cast<double>(covered - full_cell) / full_cell * areas_.at(row, cell);
                }
                add_pairs(before);
            }
        }
    }

    [[nodiscard]] Overlaps finish() {
        overlaps_.area = AreaM2(area_);
        return std::move(overlaps_);
    }

private:
    // Pairs that cover more than the cell together; where no two do, the two that cover most of it. Pieces from `fresh`
    // on have not been compared yet.
    void add_pairs(std::size_t fresh) {
        bool any = false;
        for (std::size_t a = 0; a < active_.size(); ++a) {
            for (std::size_t b = std::max(a + 1, fresh); b < active_.size(); ++b) {
                const std::int64_t together = std::int64_t{active_[a].span.fraction} + active_[b].span.fraction;
                if (together > full_cell + overlap_units) {
                    add_pair(active_[a].zone, active_[b].zone);
                    any = true;
                }
            }
        }
        if (!any && active_.size() > 2) {
            std::vector<Piece> most = active_;
            std::partial_sort(most.begin(), most.begin() + 2, most.end(), [](const Piece& x, const Piece& y) {
                return x.span.fraction != y.span.fraction ? x.span.fraction > y.span.fraction : x.zone < y.zone;
            });
            if (most[0].span.fraction < full_cell) {
                add_pair(most[0].zone, most[1].zone);
            }
        }
    }

    void add_pair(std::size_t a, std::size_t b) {
        const std::size_t pair = std::min(a, b) * coverage_.zones.size() + std::max(a, b);
        if (a != b && !known_[pair]) {
            known_[pair] = true;
            overlaps_.pairs.insert(std::minmax(coverage_.zones[a].zone, coverage_.zones[b].zone));
        }
    }

    const BlockCoverage& coverage_;
    const BlockAreas& areas_;
    std::vector<bool> known_;        // pairs of the block's zones
    std::vector<Piece> active_;      // over the current cells
    std::int32_t end_of_cells_ = 0;  // where the next piece begins or one ends
    double area_ = 0;
    Overlaps overlaps_;
};

}  // namespace

Overlaps find_overlaps(const BlockCoverage& coverage, std::int64_t rows, const BlockAreas& areas) {
    OverlapFinder finder(coverage, areas);
    const std::vector<std::vector<Piece>> by_row = pieces_by_row(coverage, rows);
    for (std::int64_t row = 0; row < rows; ++row) {
        finder.add_row(by_row[static_cast<std::size_t>(row)], row);
    }
    return finder.finish();
}

}  // namespace papar
