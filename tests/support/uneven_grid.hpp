// An uneven grid made from an even one.
#pragma once

#include "engine/grid/grid.hpp"

#include "tests/support/random.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace papar::test {

// As many cells from the same corner, between a twentieth of a step and two steps wide and high.
inline Grid made_uneven(Grid grid, Random& random) {
    const auto lines = [&](std::int64_t cells) {
        std::vector<double> positions{0};
        for (std::int64_t i = 0; i < cells; ++i) {
            positions.push_back(positions.back() + uniform(random, .05, 2));
        }
        return std::make_shared<const GridLines>(std::move(positions));
    };
    grid.col_lines = lines(grid.cols);
    grid.row_lines = lines(grid.rows);
    return grid;
}

}  // namespace papar::test
