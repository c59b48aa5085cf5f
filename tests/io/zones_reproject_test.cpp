#include "engine/io/zones_reproject.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/proj_handles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace papar {
namespace {

Shape one_ring(const std::vector<Vertex>& ring) {
    Shape shape;
    shape.vertices = ring;
    shape.rings = {{0, ring.size(), false}};
    shape.polygons = {{0, 1}};
    return shape;
}

ZoneLayer layer_of(const std::string& crs, const std::vector<std::vector<Vertex>>& rings) {
    ZoneLayer layer;
    layer.name = "zones";
    layer.crs_wkt = horizontal_wkt(crs);
    for (const std::vector<Vertex>& ring : rings) {
        const std::string code = std::to_string(layer.zones.size() + 1);
        layer.zones.push_back({code, code, one_ring(ring)});
    }
    return layer;
}

Box box_of(const ZoneLayer& layer) {
    Box box{layer.zones[0].shape.vertices[0], layer.zones[0].shape.vertices[0]};
    for (const Zone& zone : layer.zones) {
        for (const Vertex& v : zone.shape.vertices) {
            box.low = {std::min(box.low.x, v.x), std::min(box.low.y, v.y)};
            box.high = {std::max(box.high.x, v.x), std::max(box.high.y, v.y)};
        }
    }
    return box;
}

Findings reproject(ZoneLayer& layer, const std::string& to, const Grid& grid) {
    Findings findings;
    reproject_zones(layer, box_of(layer), "zones.gpkg", to, grid, findings);
    return findings;
}

// One way between two CRS, x before y.
class Way {
public:
    Way(const char* from, const char* to) : context_(proj_context()) {
        const ProjObject raw(proj_create_crs_to_crs(context_.get(), from, to, nullptr));
        way_.reset(proj_normalize_for_visualization(context_.get(), raw.get()));
    }
    [[nodiscard]] Vertex operator()(const Vertex& v) const {
        const PJ_COORD to = proj_trans(way_.get(), PJ_FWD, proj_coord(v.x, v.y, 0, HUGE_VAL));
        return {to.xy.x, to.xy.y};
    }

private:
    ProjContext context_;
    ProjObject way_;
};

const Grid utm_30m{600000, 9400000, 30, 30, 10000, 10000};
const Grid degrees_1s{106, -5, 1 / 3600.0, 1 / 3600.0, 10000, 10000};

// Distance of p from the segment a-b.
double distance(const Vertex& p, const Vertex& a, const Vertex& b) {
    const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double along = length2 > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2 : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

TEST(ReprojectZones, VerticesGoWhereProjPutsThem) {
    ZoneLayer layer = layer_of("EPSG:4326", {{{106.8, -6.2}, {106.801, -6.2}, {106.801, -6.199}, {106.8, -6.2}}});
    EXPECT_TRUE(reproject(layer, "EPSG:32748", utm_30m).empty());
    // PROJ's own choice of operation for the pair of CRS.
    const Way way("EPSG:4326", "EPSG:32748");
    const std::vector<Vertex>& image = layer.reprojected[0].vertices;
    ASSERT_EQ(image.size(), 4U) << "4 cells long: no point in between is needed";
    for (std::size_t i = 0; i < 4; ++i) {
        const Vertex expected = way(layer.zones[0].shape.vertices[i]);
        EXPECT_NEAR(image[i].x, expected.x, 1e-6);
        EXPECT_NEAR(image[i].y, expected.y, 1e-6);
    }
    EXPECT_EQ(image.front(), image.back());
}

TEST(ReprojectZones, LongEdgesStayWithinAThousandthOfACell) {
    ZoneLayer layer = layer_of("EPSG:4326", {{{104, -8}, {108, -8}, {107, -6}, {104, -5}, {104, -8}}});
    (void)reproject(layer, "EPSG:32748", utm_30m);
    const Shape& from = layer.zones[0].shape;
    const std::vector<Vertex>& image = layer.reprojected[0].vertices;
    ASSERT_GT(image.size(), 100U);
    ASSERT_LT(image.size(), 20000U) << "and no more points than that takes";
    const Way way("EPSG:4326", "EPSG:32748");
    for (std::size_t edge = 0; edge + 1 < from.vertices.size(); ++edge) {
        const Vertex& a = from.vertices[edge];
        const Vertex& b = from.vertices[edge + 1];
        for (int i = 0; i <= 997; ++i) {
            const double t = i / 997.0;
            const Vertex course = way({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
            double nearest = 1e300;
            for (std::size_t k = 0; k + 1 < image.size(); ++k) {
                nearest = std::min(nearest, distance(course, image[k], image[k + 1]));
            }
            ASSERT_LT(nearest / 30, 1e-3) << "edge " << edge << " at " << t;
        }
    }
}

TEST(ReprojectZones, NeighboursShareTheirBorderBitForBit) {
    // The border (107, -8) - (106.3, -6.1) - (107, -5), upwards in one zone and downwards in the other.
    ZoneLayer layer = layer_of("EPSG:4326", {{{104, -8}, {107, -8}, {106.3, -6.1}, {107, -5}, {104, -5}, {104, -8}},
                                             {{110, -5}, {107, -5}, {106.3, -6.1}, {107, -8}, {110, -8}, {110, -5}}});
    (void)reproject(layer, "EPSG:32748", utm_30m);
    const Way way("EPSG:4326", "EPSG:32748");
    const auto border = [&](const Shape& shape, const Vertex& from, const Vertex& to) {
        const auto near = [](const Vertex& a, const Vertex& b) { return std::hypot(a.x - b.x, a.y - b.y) < 1e-3; };
        const auto& v = shape.vertices;
        const auto first = std::find_if(v.begin(), v.end(), [&](const Vertex& p) { return near(p, way(from)); });
        const auto last = std::find_if(first, v.end(), [&](const Vertex& p) { return near(p, way(to)); });
        return std::vector<Vertex>(first, last + (last == v.end() ? 0 : 1));
    };
    const std::vector<Vertex> up = border(layer.reprojected[0], {107, -8}, {107, -5});
    std::vector<Vertex> down = border(layer.reprojected[1], {107, -5}, {107, -8});
    std::reverse(down.begin(), down.end());
    EXPECT_GT(up.size(), 20U);
    EXPECT_EQ(up, down);
}

TEST(ReprojectZones, ProjectedToDegreesWithRingsKept) {
    ZoneLayer layer =
        layer_of("EPSG:32748", {{{700000, 9300000}, {740000, 9300000}, {740000, 9340000}, {700000, 9300000}}});
    Shape& shape = layer.zones[0].shape;
    const std::vector<Vertex> hole{{720000, 9305000}, {721000, 9305000}, {721000, 9306000}, {720000, 9305000}};
    shape.rings.push_back({4, 4, true});
    shape.polygons[0].count = 2;
    shape.vertices.insert(shape.vertices.end(), hole.begin(), hole.end());
    (void)reproject(layer, "EPSG:4326", degrees_1s);
    const Shape& image = layer.reprojected[0];
    ASSERT_EQ(image.rings.size(), 2U);
    EXPECT_TRUE(image.rings[1].hole);
    EXPECT_EQ(image.rings[1].first, image.rings[0].count);
    EXPECT_EQ(image.rings[0].count + image.rings[1].count, image.vertices.size());
    EXPECT_EQ(image.vertices[image.rings[1].first], image.vertices.back());
    const Vertex corner = Way("EPSG:32748", "EPSG:4326")({700000, 9300000});
    EXPECT_NEAR(image.vertices[0].x, corner.x, 1e-11) << "longitude first";
    EXPECT_NEAR(image.vertices[0].y, corner.y, 1e-11);
}

TEST(ReprojectZones, ARoughOperationGivesAFinding) {
    // An unknown datum on the WGS 84 ellipsoid: PROJ has no shift to offer.
    ZoneLayer layer = layer_of("+proj=longlat +ellps=bessel +type=crs",
                               {{{106.8, -6.2}, {106.801, -6.2}, {106.801, -6.199}, {106.8, -6.2}}});
    const Findings findings = reproject(layer, "EPSG:4326", degrees_1s);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].id, "zones.approximate_reprojection");
}

TEST(ReprojectZones, PointsWithoutImageAreRefused) {
    ZoneLayer layer = layer_of("EPSG:4326", {{{106, 89}, {107, 95}, {108, 89}, {106, 89}}});
    try {
        (void)reproject(layer, "EPSG:3395", Grid{0, 0, 100, 100, 10, 10});
        FAIL();
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        EXPECT_NE(std::string(problem.what()).find("zones.gpkg, feature 1"), std::string::npos) << problem.what();
    }
}

TEST(ReprojectZones, EmptyShapesStayEmpty) {
    ZoneLayer layer = layer_of("EPSG:4326", {{{106.8, -6.2}, {106.801, -6.2}, {106.801, -6.199}, {106.8, -6.2}}});
    layer.zones.push_back({"2", "2", Shape{}});
    (void)reproject(layer, "EPSG:32748", utm_30m);
    EXPECT_TRUE(layer.reprojected[1].empty());
}

}  // namespace
}  // namespace papar
