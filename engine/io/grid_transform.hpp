// Where the points of one grid lie in the cells of another one, of another coordinate system.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/quad_shares.hpp"
#include "engine/io/crs_operation.hpp"

#include <cstdint>
#include <vector>

namespace papar {

enum class Direction { forward, backward };  // of the operation

// PROJ is asked at the nodes of a lattice over the grid; between them positions are bilinear. The lattice is made finer
// until the middles of its cells, where a bilinear guess is worst, are right within 10^-3 of a cell of `to`. A position
// depends on the point only. Immutable; may be shared by threads.
class GridTransform {
public:
    GridTransform(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to);

    // Of a point given in cells of `from`, inside it. NaN where a node has no image.
    [[nodiscard]] CellPosition operator()(double col, double row) const;

private:
    void set_nodes(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to);
    [[nodiscard]] double worst_guess(const CrsOperation& operation, Direction direction, const Grid& from,
                                     const Grid& to) const;

    std::int64_t step_ = 0;  // cells of `from` between nodes
    std::int64_t cols_ = 0;  // nodes
    std::int64_t rows_ = 0;
    std::vector<CellPosition> nodes_;  // row-major
};

}  // namespace papar
