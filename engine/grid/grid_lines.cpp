#include "engine/grid/grid_lines.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace papar {

GridLines::GridLines(std::vector<double> positions) : positions_(std::move(positions)) {
    assert(positions_.size() >= 2 && positions_.front() == 0);
    std::int64_t cell = 0;
    for (double step = 0; step < length(); ++step) {
        while (position(cell + 1) <= step) {
            ++cell;
        }
        cell_at_step_.push_back(cell);
    }
}

std::int64_t GridLines::cell_at(double position) const {
    if (position >= length()) {
        return cells();
    }
    std::int64_t cell = cell_at_step_[static_cast<std::size_t>(position)];
    while (this->position(cell + 1) <= position) {
        ++cell;
    }
    return cell;
}

double GridLines::cells_of(double position) const {
    if (position < 0) {
        return position;
    }
    if (position >= length()) {
        return static_cast<double>(cells()) + (position - length());
    }
    const std::int64_t cell = cell_at(position);
    return static_cast<double>(cell) + (position - this->position(cell)) / width(cell);
}

double GridLines::steps_of(double cells) const {
    if (cells < 0) {
        return cells;
    }
    const auto all = static_cast<double>(this->cells());
    if (cells >= all) {
        return length() + (cells - all);
    }
    const auto cell = static_cast<std::int64_t>(cells);
    return position(cell) + (cells - static_cast<double>(cell)) * width(cell);
}

GridLines GridLines::cut(std::int64_t first, std::int64_t count) const {
    std::vector<double> positions(positions_.begin() + first, positions_.begin() + first + count + 1);
    const double origin = positions.front();
    std::for_each(positions.begin(), positions.end(), [origin](double& position) { position -= origin; });
    return GridLines(std::move(positions));
}

}  // namespace papar
