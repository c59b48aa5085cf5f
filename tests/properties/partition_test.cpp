// Law: zones that share borders cover every cell exactly once: their fractions sum to the integer 2^30.
#include "tests/support/coverage_matrix.hpp"
#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"
#include "tests/support/uneven_grid.hpp"
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace papar {
namespace {

using test::Random;
using test::uniform;

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
        test::RingPoints ring;
        const int corner[5] = {index(i, j), index(i + 1, j), index(i + 1, j + 1), index(i, j + 1), index(i, j)};
        for (int k = 0; k < 4; ++k) {
            const bool forward = corner[k] < corner[k + 1];
            test::RingPoints side = sides_.at({std::min(corner[k], corner[k + 1]), std::max(corner[k], corner[k + 1])});
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
        return test::shape_of({{ring}});
    }

private:
    int index(int i, int j) const { return j * (n_ + 1) + i; }

    test::RingPoints bends(int a, int b, bool inner, Random& random) const {
        const Vertex from = corners_[static_cast<std::size_t>(a)];
        const Vertex to = corners_[static_cast<std::size_t>(b)];
        test::RingPoints points;
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
    std::map<std::pair<int, int>, test::RingPoints> sides_;
};

TEST(Partition, SumsToExactlyOneInEveryCell) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Random random(seed);
        Grid grid{uniform(random, -180, 180),
                  uniform(random, -80, 80),
                  0,
                  0,
                  5 + static_cast<std::int64_t>(random() % 60),
                  5 + static_cast<std::int64_t>(random() % 60)};
        grid.dx = uniform(random, 1e-4, 1e-2);
        grid.dy = uniform(random, 1e-4, 1e-2);
        if (seed % 3 == 0) {
            grid = test::made_uneven(grid, random);
        }
        const int n = 1 + static_cast<int>(random() % 30);  // zones from far larger to far smaller than a cell
        const Mesh mesh(grid, n, random);
        std::vector<Shape> shapes;
        for (int j = 0; j < n; ++j) {
            for (int i = 0; i < n; ++i) {
                shapes.push_back(mesh.quad(i, j, random() % 2 == 0));
            }
        }
        const test::Coverage coverage =
            test::coverage_of(test::layer_of(std::move(shapes)), grid, 1 + static_cast<std::int64_t>(random() % 20),
                              1 + static_cast<std::int64_t>(random() % 20));
        EXPECT_TRUE(coverage.bad.empty()) << "seed " << seed;
        // The frame's far sides are computed as origin + n * cell and may miss the last line by rounding; there
        // the sum is 1 within that; inside it is 1 as an integer.
        for (std::size_t cell = 0; cell < coverage.zones[0].size(); ++cell) {
            std::int64_t sum = 0;
            for (const auto& zone : coverage.zones) {
                sum += zone[cell];
            }
            ASSERT_EQ(sum, full_cell) << "seed " << seed << ", cell " << cell;
        }
    }
}

}  // namespace
}  // namespace papar
