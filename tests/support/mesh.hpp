// Random zones that share their borders.
#pragma once

#include "engine/grid/grid.hpp"

#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace papar::test {

// A mesh of n x n quadrilaterals over the grid's rectangle. Inner corners are moved; every shared side gets bends,
// made once and used by both neighbours, forwards and backwards.
class Mesh {
public:
    Mesh(const Grid& grid, int n, Random& random) : n_(n), grid_(grid) {
        for (int j = 0; j <= n; ++j) {
            for (int i = 0; i <= n; ++i) {
                const double di = i == 0 || i == n ? 0 : uniform(random, -.2, .2);
                const double dj = j == 0 || j == n ? 0 : uniform(random, -.2, .2);
                corners_.push_back({(i + di) / n, (j + dj) / n});  // in units of the whole grid
            }
        }
        for (int j = 0; j <= n; ++j) {
            for (int i = 0; i <= n; ++i) {
                if (i < n) {
                    sides_[{index(i, j), index(i + 1, j)}] =
                        bends(index(i, j), index(i + 1, j), j > 0 && j < n, random);
                }
                if (j < n) {
                    sides_[{index(i, j), index(i, j + 1)}] =
                        bends(index(i, j), index(i, j + 1), i > 0 && i < n, random);
                }
            }
        }
    }

    Shape quad(int i, int j, bool reversed) const {
        RingPoints ring;
        const int corner[5] = {index(i, j), index(i + 1, j), index(i + 1, j + 1), index(i, j + 1), index(i, j)};
        for (int k = 0; k < 4; ++k) {
            const bool forward = corner[k] < corner[k + 1];
            RingPoints side = sides_.at({std::min(corner[k], corner[k + 1]), std::max(corner[k], corner[k + 1])});
            if (!forward) {
                std::reverse(side.begin(), side.end());
            }
            ring.push_back(corners_[static_cast<std::size_t>(corner[k])]);
            ring.insert(ring.end(), side.begin(), side.end());
        }
        if (reversed) {
            std::reverse(ring.begin(), ring.end());
        }
        for (Vertex& v : ring) {
            v = {grid_.x_of(v.x * static_cast<double>(grid_.cols)), grid_.y_of(v.y * static_cast<double>(grid_.rows))};
        }
        return shape_of({{ring}});
    }

private:
    int index(int i, int j) const { return j * (n_ + 1) + i; }

    RingPoints bends(int a, int b, bool inner, Random& random) const {
        const Vertex from = corners_[static_cast<std::size_t>(a)];
        const Vertex to = corners_[static_cast<std::size_t>(b)];
        RingPoints points;
        const int count = static_cast<int>(random() % 6);
        for (int k = 1; k <= count; ++k) {
            const double t = static_cast<double>(k) / (count + 1);
            const double off = inner ? uniform(random, -.04, .04) : 0;  // outer sides stay on the frame
            points.push_back({from.x + (to.x - from.x) * t - off * (to.y - from.y),
                              from.y + (to.y - from.y) * t + off * (to.x - from.x)});
        }
        return points;
    }

    int n_;
    Grid grid_;
    std::vector<Vertex> corners_;
    std::map<std::pair<int, int>, RingPoints> sides_;
};

}  // namespace papar::test
