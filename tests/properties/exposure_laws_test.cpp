// Laws of exposure layers: zones that share their borders hold all of a feature together, however they are drawn, and
// the number of threads does not matter.
#include "engine/io/exposure_layer.hpp"
#include "engine/io/geodesic_lengths.hpp"
#include "engine/io/polygon_area.hpp"

#include "tests/io/zone_files.hpp"
#include "tests/support/mesh.hpp"
#include "tests/support/random.hpp"
#include "tests/support/uneven_grid.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace papar {
namespace {

using test::Random;
using test::uniform;

// One kilometre or so a cell, in UTM zone 48 south; every other one uneven.
Grid random_grid(std::uint64_t seed, Random& random) {
    const Grid grid{500000, 9300000, 1000, 900, 20, 30};
    return seed % 2 == 0 ? test::made_uneven(grid, random) : grid;
}

ZoneLayer mesh_of(const Grid& grid, int n, Random& random) {
    const test::Mesh mesh(grid, n, random);
    std::vector<Shape> shapes;
    for (int j = 0; j < n; ++j) {
        for (int i = 0; i < n; ++i) {
            shapes.push_back(mesh.quad(i, j, random() % 2 == 0));
        }
    }
    return test::layer_of(std::move(shapes));
}

Vertex place_in(const Grid& grid, Random& random) {
    return {grid.x_of(uniform(random, 0, static_cast<double>(grid.cols))),
            grid.y_of(uniform(random, 0, static_cast<double>(grid.rows)))};
}

std::string text(const std::vector<Vertex>& vertices) {
    std::string text;
    for (const Vertex& v : vertices) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ",", v.x, v.y);
    }
    return "(" + text + ")";
}

// A line across the grid; every third one follows zone borders, from one of their vertices to the next.
std::vector<Vertex> random_line(const Grid& grid, const ZoneLayer& zones, Random& random) {
    if (random() % 3 == 0) {
        const std::vector<Vertex>& border = zones.zones[random() % zones.zones.size()].shape.vertices;
        return {border.begin(), border.begin() + 2 + static_cast<std::ptrdiff_t>(random() % (border.size() - 1))};
    }
    std::vector<Vertex> line;
    for (std::uint64_t n = 2 + random() % 8; line.size() < n;) {
        line.push_back(place_in(grid, random));
    }
    return line;
}

// A star round a place: simple, and inside the grid or cut by its edge as it comes.
std::vector<Vertex> random_star(const Grid& grid, Random& random) {
    const Vertex centre = place_in(grid, random);
    const double reach = std::min({centre.x - grid.x_of(0), grid.x_of(static_cast<double>(grid.cols)) - centre.x,
                                   grid.y_of(0) - centre.y, centre.y - grid.y_of(static_cast<double>(grid.rows))});
    std::vector<Vertex> star;
    constexpr int points = 9;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        const double radius = reach * uniform(random, 0.3, 0.999);
        star.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    star.push_back(star.front());
    return star;
}

ExposureInput layer_of(ExposureKind kind, const std::string& name, const std::vector<std::string>& geometries) {
    std::vector<test::Row> rows;
    for (const std::string& geometry : geometries) {
        rows.push_back({geometry, {"1000"}});
    }
    ExposureInput input;
    input.id = "aset";
    input.kind = kind;
    input.layer = test::vector_file(name, "GPKG", 32748, wkbUnknown, {{"nilai", OFTReal}}, rows);
    if (kind != ExposureKind::lines) {
        input.value.name = "nilai";
    }
    return input;
}

ExposureRead read(const ExposureInput& input, const ZoneLayer& zones, const Grid& grid) {
    return read_exposure_layer(input, zones, "EPSG:32748", grid, CellArea::planar(grid, 1));
}

std::vector<double> sums(const ExposureRead& read, double ExposurePiece::*what) {
    std::vector<double> sums(read.pieces.features.size(), 0.0);
    for (const ExposurePiece& piece : read.pieces.pieces) {
        sums[piece.feature] += piece.*what;
    }
    return sums;
}

TEST(ExposureLaws, AllOfALineIsInThePartition) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Random random(seed);
        const Grid grid = random_grid(seed, random);
        const ZoneLayer zones = mesh_of(grid, 1 + static_cast<int>(random() % 8), random);
        const GeodesicLengths geodesics("EPSG:32748", {{500000, 9200000}, {600000, 9300000}});
        std::vector<std::string> lines;
        std::vector<double> lengths;
        for (int i = 0; i < 40; ++i) {
            const std::vector<Vertex> line = random_line(grid, zones, random);
            lines.push_back("LINESTRING" + text(line));
            lengths.push_back(0);
            for (const double metres : geodesics.of(line)) {
                lengths.back() += metres;
            }
        }
        const ExposureRead found =
            read(layer_of(ExposureKind::lines, fmt::format("lines{}.gpkg", seed), lines), zones, grid);
        const std::vector<double> sums_m = sums(found, &ExposurePiece::amount);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_NEAR(sums_m[i] / lengths[i], 1, 1e-9) << "seed " << seed << ", " << lines[i];
        }
    }
}

TEST(ExposureLaws, AllOfAPolygonAndItsValueIsInThePartition) {
    for (std::uint64_t seed = 21; seed <= 32; ++seed) {
        Random random(seed);
        const Grid grid = random_grid(seed, random);
        const ZoneLayer zones = mesh_of(grid, 1 + static_cast<int>(random() % 8), random);
        std::vector<std::string> polygons;
        std::vector<double> areas;
        double area_of_all = 0;
        double m2_of_all = 0;
        for (int i = 0; i < 40; ++i) {
            const std::vector<Vertex> star = random_star(grid, random);
            polygons.push_back("POLYGON(" + text(star) + ")");
            areas.push_back(PolygonArea("EPSG:32748").m2(test::shape_of({{{star.begin(), star.end() - 1}}})));
            area_of_all += areas.back();
        }
        const ExposureRead found =
            read(layer_of(ExposureKind::polygons, fmt::format("polygons{}.gpkg", seed), polygons), zones, grid);
        const std::vector<double> sums_m2 = sums(found, &ExposurePiece::amount);
        const std::vector<double> sums_rupiah = sums(found, &ExposurePiece::rupiah);
        // A star's nine edges and what the zones' borders add: some hundred crossings of cells up to 4 km2, each within
        // 2^-29 of a cell (coverage_error_bound): below 1 m2 by far.
        constexpr double bound_m2 = 1;
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            EXPECT_NEAR(sums_m2[i], areas[i], std::max(1e-9 * areas[i], bound_m2)) << "seed " << seed << ", " << i;
            EXPECT_NEAR(sums_rupiah[i], 1000, areas[i] > 1e6 * bound_m2 ? 1e-9 * 1000 : 1)
                << "seed " << seed << ", " << i;
            m2_of_all += sums_m2[i];
        }
        EXPECT_NEAR(m2_of_all / area_of_all, 1, 1e-9) << "seed " << seed;
    }
}

TEST(ExposureLaws, EveryPointIsInOneZoneOfThePartition) {
    for (std::uint64_t seed = 41; seed <= 46; ++seed) {
        Random random(seed);
        const Grid grid = random_grid(seed, random);
        const ZoneLayer zones = mesh_of(grid, 1 + static_cast<int>(random() % 8), random);
        std::vector<std::string> points;
        for (int i = 0; i < 300; ++i) {
            const std::vector<Vertex>& border = zones.zones[random() % zones.zones.size()].shape.vertices;
            const Vertex place = i % 2 == 0 ? place_in(grid, random) : border[random() % border.size()];
            points.push_back("POINT" + text({place}));
        }
        const ExposureRead found =
            read(layer_of(ExposureKind::points, fmt::format("points{}.gpkg", seed), points), zones, grid);
        for (const double count : sums(found, &ExposurePiece::amount)) {
            EXPECT_EQ(count, 1) << "seed " << seed;
        }
    }
}

bool same(const ExposurePiece& a, const ExposurePiece& b) {
    return a.row == b.row && a.col == b.col && a.zone == b.zone && a.feature == b.feature && a.amount == b.amount &&
           a.rupiah == b.rupiah;
}

TEST(ExposureLaws, SameBitsForAnyNumberOfThreads) {
    Random random(7);
    const Grid grid = random_grid(2, random);
    const ZoneLayer zones = mesh_of(grid, 6, random);
    std::vector<std::string> lines;
    std::vector<std::string> polygons;
    for (int i = 0; i < 60; ++i) {
        lines.push_back("LINESTRING" + text(random_line(grid, zones, random)));
        polygons.push_back("POLYGON(" + text(random_star(grid, random)) + ")");
    }
    for (const ExposureInput& input : {layer_of(ExposureKind::lines, "same_lines.gpkg", lines),
                                       layer_of(ExposureKind::polygons, "same_polygons.gpkg", polygons)}) {
        std::vector<ExposurePiece> first;
        for (const std::size_t threads : {1, 2, 5}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            const ExposureRead found =
                tbb::task_arena(static_cast<int>(threads)).execute([&] { return read(input, zones, grid); });
            if (first.empty()) {
                first = found.pieces.pieces;
            }
            EXPECT_TRUE(
                std::equal(first.begin(), first.end(), found.pieces.pieces.begin(), found.pieces.pieces.end(), same))
                << threads;
        }
    }
}

}  // namespace
}  // namespace papar
