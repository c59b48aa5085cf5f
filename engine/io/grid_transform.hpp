// Where the points of one grid lie in the cells of another one, of another coordinate system.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/quad_shares.hpp"
#include "engine/io/crs_operation.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace papar {

enum class Direction { forward, backward };  // of the operation

// PROJ is asked at the nodes of a lattice over the grid; between them positions are bilinear. The lattice is made finer
// until the middles of its cells, where a bilinear guess is worst, are right within `accuracy`; but not
// beyond four million nodes. A position depends on the point only. Immutable; may be shared by threads.
class GridTransform {
public:
    static constexpr double accuracy = 1e-3;  // cells of `to`

    GridTransform(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to);

    // Of a point given in cells of `from`, inside it. NaN where a node has no image.
    [[nodiscard]] CellPosition operator()(double col, double row) const;

private:
    void set_nodes(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to);
    [[nodiscard]] double worst_guess(const CrsOperation& operation, Direction direction, const Grid& from,
                                     const Grid& to) const;

    // Nodes along an axis of so many cells: every `step_` cells, the last one on the grid's edge.
    struct Nodes {
        std::int64_t cells = 0;
        std::int64_t step = 1;

        [[nodiscard]] std::int64_t count() const { return (cells + step - 1) / step + 1; }
        [[nodiscard]] double at(std::int64_t node) const { return static_cast<double>(std::min(node * step, cells)); }
        // The node before a position, and how far on it lies towards the next one.
        [[nodiscard]] std::int64_t before(double position) const {
            return std::clamp<std::int64_t>(static_cast<std::int64_t>(position) / step, 0, count() - 2);
        }
        [[nodiscard]] double share(double position, std::int64_t node) const {
            return (position - at(node)) / (at(node + 1) - at(node));
        }
    };

    Nodes cols_;
    Nodes rows_;
    std::vector<CellPosition> nodes_;  // row-major
};

}  // namespace papar
