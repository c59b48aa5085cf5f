// Law: zones that share borders cover every cell exactly once: their fractions sum to the integer 2^30.
#include "tests/support/coverage_matrix.hpp"
#include "tests/support/mesh.hpp"
#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"
#include "tests/support/uneven_grid.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::Random;
using test::uniform;

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
        const test::Mesh mesh(grid, n, random);
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
