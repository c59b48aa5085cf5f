// The lines of one axis of a grid whose cells are not equally wide: the lines of several grids, merged.
#pragma once

#include <cstdint>
#include <vector>

namespace papar {

// Positions count from the first line in steps: the grid's dx (or dy), the cell size of its finest raster.
class GridLines {
public:
    // Precondition: at least two positions, rising, the first one 0.
    explicit GridLines(std::vector<double> positions);

    [[nodiscard]] std::int64_t cells() const { return static_cast<std::int64_t>(positions_.size()) - 1; }
    [[nodiscard]] double length() const { return positions_.back(); }
    [[nodiscard]] double position(std::int64_t line) const { return positions_[static_cast<std::size_t>(line)]; }
    [[nodiscard]] double width(std::int64_t cell) const { return position(cell + 1) - position(cell); }
    // The cell that begins at or holds the position: cells() at the end and beyond. Precondition: position >= 0.
    [[nodiscard]] std::int64_t cell_at(double position) const;
    // Between positions in steps and in cells: linear inside a cell; beyond the ends one step is one cell.
    [[nodiscard]] double cells_of(double position) const;
    [[nodiscard]] double steps_of(double cells) const;
    // Cells [first, first + count).
    [[nodiscard]] GridLines cut(std::int64_t first, std::int64_t count) const;

    bool operator==(const GridLines& other) const { return positions_ == other.positions_; }

private:
    std::vector<double> positions_;
    std::vector<std::int64_t> cell_at_step_;  // the cell that holds each whole step: where a search begins
};

}  // namespace papar
