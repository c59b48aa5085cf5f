// Law: the fraction of a cell is the area of the polygon cut with the cell. The cutting is done by GEOS, cell by cell.
#include "tests/support/coverage_matrix.hpp"
#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"
#include "tests/support/uneven_grid.hpp"
#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <numbers>
#include <sstream>

namespace papar {
namespace {

using test::Random;
using test::uniform;

class Geos {
public:
    Geos() : context_(GEOS_init_r()) {}
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos() { GEOS_finish_r(context_); }

    using Geometry = std::unique_ptr<GEOSGeometry, std::function<void(GEOSGeometry*)>>;
    Geometry own(GEOSGeometry* geometry) const {
        return {geometry, [this](GEOSGeometry* g) { GEOSGeom_destroy_r(context_, g); }};
    }
    Geometry of(const Shape& shape) const {
        std::ostringstream wkt;
        wkt.precision(17);
        wkt << "MULTIPOLYGON(";
        for (std::size_t p = 0; p < shape.polygons.size(); ++p) {
            wkt << (p > 0 ? ",(" : "(");
            for (std::size_t r = 0; r < shape.polygons[p].count; ++r) {
                const Ring& ring = shape.rings[shape.polygons[p].first + r];
                wkt << (r > 0 ? ",(" : "(");
                for (std::size_t i = 0; i < ring.count; ++i) {
                    const Vertex& v = shape.vertices[ring.first + i];
                    wkt << (i > 0 ? "," : "") << v.x << " " << v.y;
                }
                wkt << ")";
            }
            wkt << ")";
        }
        wkt << ")";
        GEOSWKTReader* reader = GEOSWKTReader_create_r(context_);
        Geometry geometry = own(GEOSWKTReader_read_r(context_, reader, wkt.str().c_str()));
        GEOSWKTReader_destroy_r(context_, reader);
        return geometry;
    }
    bool valid(const Geometry& geometry) const { return GEOSisValid_r(context_, geometry.get()) == 1; }
    double area_in(const Geometry& geometry, double west, double south, double east, double north) const {
        const Geometry cell = own(GEOSGeom_createRectangle_r(context_, west, south, east, north));
        const Geometry cut = own(GEOSIntersection_r(context_, geometry.get(), cell.get()));
        double area = 0;
        GEOSArea_r(context_, cut.get(), &area);
        return area;
    }

private:
    GEOSContextHandle_t context_;
};

// A ring round (x, y), star-shaped and so simple; some vertices are moved onto cell corners or sides.
test::RingPoints star(Random& random, double x, double y, double radius, bool snap) {
    const int count = 3 + static_cast<int>(random() % 40);
    test::RingPoints ring;
    for (int k = 0; k < count; ++k) {
        const double angle = 2 * std::numbers::pi * (k + uniform(random, 0, .9)) / count;
        const double r = radius * uniform(random, .3, 1);
        Vertex v{x + r * std::cos(angle), y + r * std::sin(angle)};
        if (snap && random() % 3 == 0) {
            v.x = std::round(v.x);
        }
        if (snap && random() % 3 == 0) {
            v.y = std::round(v.y);
        }
        ring.push_back(v);
    }
    return ring;
}

Shape random_shape(Random& random, int kind) {
    switch (kind) {
        case 0:  // a polygon with a hole
            return test::shape_of({{star(random, 5, 5, uniform(random, 3, 8), true), star(random, 5, 5, .25, false)}});
        case 1:  // a multipolygon
            return test::shape_of({{star(random, 2.5, 2.5, 2.4, false)}, {star(random, 7.5, 7.5, 2.4, false)}});
        case 2: {  // a sliver
            const double x = uniform(random, 0, 10);
            const double y = uniform(random, 0, 10);
            const double width = std::pow(10, uniform(random, -7, -2));
            return test::shape_of(
                {{{{x, y}, {x + uniform(random, 1, 9), y + uniform(random, -3, 3)}, {x, y + width}}}});
        }
        case 3:  // larger than the grid, often wholly round it
            return test::shape_of(
                {{star(random, uniform(random, -10, 20), uniform(random, -10, 20), uniform(random, 5, 60), true)}});
        case 4:  // inside one cell
            return test::shape_of({{star(random, 5.5, 4.5, .45, false)}});
        default:  // anywhere, snapped to corners and sides
            return test::shape_of(
                {{star(random, uniform(random, 1, 9), uniform(random, 1, 9), uniform(random, .5, 6), true)}});
    }
}

std::int64_t edges_touching(const Shape& shape, double west, double south, double east, double north) {
    std::int64_t count = 0;
    for (const Ring& ring : shape.rings) {
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            const Vertex& a = shape.vertices[i];
            const Vertex& b = shape.vertices[i + 1];
            count += std::max(a.x, b.x) >= west && std::min(a.x, b.x) <= east && std::max(a.y, b.y) >= south &&
                             std::min(a.y, b.y) <= north
                         ? 1
                         : 0;
        }
    }
    return count;
}

TEST(BruteForceClip, FractionsAreTheAreasOfTheCutCells) {
    const Geos geos;
    int checked = 0;
    double worst = 0;
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        Random random(seed);
        const Shape shape = random_shape(random, static_cast<int>(seed % 6));
        Grid grid{0, 10, 1, 1, 10, 10};
        if (seed % 4 == 0) {
            grid = test::made_uneven(grid, random);
        }
        const Geos::Geometry geometry = geos.of(shape);
        if (!geos.valid(geometry)) {
            continue;  // snapping may have made the star cross itself
        }
        ++checked;
        const test::Coverage coverage =
            test::coverage_of(test::layer_of({shape}), grid, 1 + static_cast<std::int64_t>(seed % 7),
                              1 + static_cast<std::int64_t>(seed % 5));
        EXPECT_TRUE(coverage.bad.empty()) << "seed " << seed;
        for (int row = 0; row < 10; ++row) {
            for (int col = 0; col < 10; ++col) {
                const double west = grid.x_of(col);
                const double east = grid.x_of(col + 1);
                const double south = grid.y_of(row + 1);
                const double north = grid.y_of(row);
                const double cell = (east - west) * (north - south);
                const double expected = geos.area_in(geometry, west, south, east, north) / cell;
                const double fraction =
                    static_cast<double>(coverage.zones[0][static_cast<std::size_t>(row * 10 + col)]) / full_cell;
                const double error = std::abs(fraction - expected);
                worst = std::max(worst, error);
                const double rounding = 1e-13 / cell;  // of GEOS's own overlay
                ASSERT_LE(error, coverage_error_bound(edges_touching(shape, west, south, east, north)) + rounding)
                    << "seed " << seed << ", row " << row << ", column " << col;
            }
        }
    }
    EXPECT_GT(checked, 3000);
    RecordProperty("polygons", checked);
    RecordProperty("worst_error_in_1e-12_cell", static_cast<int>(worst * 1e12));
}

}  // namespace
}  // namespace papar
