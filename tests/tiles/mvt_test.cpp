#include "engine/tiles/gzip.hpp"
#include "engine/tiles/mvt_clip.hpp"
#include "engine/tiles/mvt_encode.hpp"
#include "engine/tiles/tile_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libdeflate.h>
#include <protozero/pbf_reader.hpp>

#include <memory>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const GridBox box{{0, 0}, {10, 10}};

TEST(MvtClip, CutsRoundHalvesUpInBothDirections) {
    // The edge from (8, 0) to (12, 5) meets x = 10 at y = 2.5, so at 3 whichever way the ring runs.
    EXPECT_THAT(clipped({{8, 0}, {12, 5}, {8, 5}}, box),
                testing::UnorderedElementsAre(GridPoint{8, 0}, GridPoint{10, 3}, GridPoint{10, 5}, GridPoint{8, 5}));
    EXPECT_THAT(clipped({{8, 5}, {12, 5}, {8, 0}}, box),
                testing::UnorderedElementsAre(GridPoint{8, 0}, GridPoint{10, 3}, GridPoint{10, 5}, GridPoint{8, 5}));
    // Below zero halves go up as well: (-2, 0) to (2, -5) meets x = 0 at -2.5: -2.
    EXPECT_THAT(clipped({{-2, 0}, {2, -5}, {2, 0}}, GridBox{{0, -10}, {10, 10}}),
                testing::UnorderedElementsAre(GridPoint{0, 0}, GridPoint{0, -2}, GridPoint{2, -5}, GridPoint{2, 0}));
}

TEST(MvtClip, RingRoundTheBoxIsTheBox) {
    EXPECT_EQ(twice_area(clipped({{-5, -5}, {20, -5}, {20, 20}, {-5, 20}}, box)), 200);
    EXPECT_EQ(twice_area(clipped({{-5, 20}, {20, 20}, {20, -5}, {-5, -5}}, box)), -200);
    EXPECT_THAT(clipped({{11, 0}, {20, 0}, {20, 9}}, box), IsEmpty());
}

TEST(MvtClip, ReductionKeepsTheEndsOfRunsOutside) {
    // (15, 1) lies in the middle of a run beyond the east side.
    EXPECT_THAT(reduced_to({{5, 0}, {12, 0}, {15, 1}, {13, 4}, {5, 4}}, box),
                ElementsAre(GridPoint{5, 0}, GridPoint{12, 0}, GridPoint{13, 4}, GridPoint{5, 4}));
    // Beyond the west, twice beyond west and north, beyond the north: one corner must stay, or the ring would cut the
    // box's corner.
    EXPECT_THAT(reduced_to({{5, 5}, {-1, 5}, {-5, -4}, {-4, -5}, {5, -1}}, box),
                ElementsAre(GridPoint{5, 5}, GridPoint{-1, 5}, GridPoint{-4, -5}, GridPoint{5, -1}));
    EXPECT_THAT(reduced_to({{11, 0}, {20, 0}, {20, 9}}, box), IsEmpty());
}

// The geometry numbers of the first feature of the first layer.
std::vector<std::uint32_t> geometry_of(const std::string& tile) {
    std::vector<std::uint32_t> numbers;
    protozero::pbf_reader reader(tile);
    reader.next(3);
    protozero::pbf_reader layer = reader.get_message();
    layer.next(2);
    protozero::pbf_reader feature = layer.get_message();
    feature.next(4);
    for (const std::uint32_t number : feature.get_packed_uint32()) {
        numbers.push_back(number);
    }
    return numbers;
}

TEST(MvtEncode, GeometryAsInTheSpecification) {
    // Mapbox Vector Tile specification 2.1, section 4.3.5.5 (polygon) and 4.3.5.2 (points).
    const std::vector<GridRing> polygon{{{3, 6}, {8, 12}, {20, 34}}};
    std::vector<MvtLayer> layers{{"a", {}, {}, {{1, MvtGeometry::polygons, polygon, {}}}}};
    EXPECT_THAT(geometry_of(encode_mvt(layers)), ElementsAre(9, 6, 12, 18, 10, 12, 24, 44, 15));
    const std::vector<GridRing> points{{{5, 7}, {3, 2}}};
    layers[0].features[0] = {1, MvtGeometry::points, points, {}};
    EXPECT_THAT(geometry_of(encode_mvt(layers)), ElementsAre(17, 10, 14, 3, 9));
    // Section 4.3.5.6: two polygons, the second with a hole; the cursor goes on from ring to ring.
    const std::vector<GridRing> holes{{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                      {{11, 11}, {20, 11}, {20, 20}, {11, 20}},
                                      {{13, 13}, {13, 17}, {17, 17}, {17, 13}}};
    layers[0].features[0] = {1, MvtGeometry::polygons, holes, {}};
    EXPECT_THAT(geometry_of(encode_mvt(layers)), ElementsAre(9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0,
                                                             0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15));
}

TEST(MvtEncode, KeysAndValuesArePooled) {
    const std::vector<GridRing> point{{{1, 1}}};
    const std::vector<std::string> names{"unused", "kelas", "nama"};
    const std::vector<TagValue> known{true, std::string("Kuta"), std::int64_t{3}, std::string("3")};
    const std::vector<MvtTag> first{{1, 2}, {2, 1}}, second{{1, 2}, {2, 3}};
    const std::vector<MvtLayer> layers{
        {"empty", {}, {}, {}},
        {"a", names, known, {{7, MvtGeometry::points, point, first}, {8, MvtGeometry::points, point, second}}}};
    const std::string bytes = encode_mvt(layers);
    int layer_count = 0, keys = 0, values = 0;
    protozero::pbf_reader tile(bytes);
    while (tile.next(3)) {
        ++layer_count;
        protozero::pbf_reader layer = tile.get_message();
        while (layer.next()) {
            keys += layer.tag() == 3 ? 1 : 0;
            values += layer.tag() == 4 ? 1 : 0;
            layer.skip();
        }
    }
    EXPECT_EQ(layer_count, 1);
    EXPECT_EQ(keys, 2);
    EXPECT_EQ(values, 3);  // 3, "Kuta" and the text "3"
    EXPECT_THAT(encode_mvt({}), IsEmpty());
}

TEST(Gzip, IsUndoneByLibdeflate) {
    const std::string text(1000, 'x');
    const TileBytes packed = gzip(std::as_bytes(std::span(text)), gzip_tiles_level);
    std::string back(1000, '\0');
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    ASSERT_EQ(
        libdeflate_gzip_decompress(decompressor.get(), packed.data(), packed.size(), back.data(), back.size(), nullptr),
        LIBDEFLATE_SUCCESS);
    EXPECT_EQ(back, text);
}

}  // namespace
}  // namespace papar
