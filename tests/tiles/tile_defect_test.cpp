// What papar tiles verify says of tiles of the other formats.
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/verify_tiles.hpp"
#include "engine/tiles/webp_image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <protozero/pbf_writer.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace papar {
namespace {

struct TestLayer {
    std::string name = "zona";
    std::uint32_t version = 2;
    std::int32_t type = 3;
    std::vector<std::uint32_t> tags = {0, 0};
    std::vector<std::uint32_t> geometry;
};

// Field numbers of vector_tile.proto; every layer has one key and one value.
std::string tile_of(const std::vector<TestLayer>& layers) {
    std::string bytes;
    protozero::pbf_writer tile(bytes);
    for (const TestLayer& from : layers) {
        protozero::pbf_writer layer(tile, 3);
        layer.add_uint32(15, from.version);
        if (!from.name.empty()) layer.add_string(1, from.name);
        {
            protozero::pbf_writer feature(layer, 2);
            feature.add_packed_uint32(2, from.tags.begin(), from.tags.end());
            feature.add_enum(3, from.type);
            feature.add_packed_uint32(4, from.geometry.begin(), from.geometry.end());
        }
        layer.add_string(3, "kode");
        protozero::pbf_writer value(layer, 4);
        value.add_string(1, "31");
    }
    return bytes;
}

std::string defect_of(const std::vector<TestLayer>& layers) {
    const std::string bytes = tile_of(layers);
    return mvt_defect(gzip(std::as_bytes(std::span(bytes)), gzip_tiles_level));
}

// Commands: id | count << 3; moves in zigzag: 1 is 2, -1 is 1. A square of 2 from (3, 3), as on the screen clockwise.
const std::vector<std::uint32_t> square = {9, 6, 6, 26, 4, 0, 0, 4, 3, 0, 15};
// The same the other way round.
const std::vector<std::uint32_t> backwards = {9, 6, 6, 26, 0, 4, 4, 0, 0, 3, 15};

TEST(MvtDefect, NothingIsWrongWithASquareAPointAndALine) {
    EXPECT_EQ(defect_of({{.geometry = square}}), "");
    EXPECT_EQ(defect_of({{.geometry = square}, {.name = "zona_label", .type = 1, .geometry = {9, 6, 6}}}), "");
    EXPECT_EQ(defect_of({{.type = 2, .geometry = {9, 6, 6, 10, 2, 2}}}), "");
    // Outer ring, then its hole.
    std::vector<std::uint32_t> two = square;
    two.insert(two.end(), backwards.begin(), backwards.end());
    EXPECT_EQ(defect_of({{.geometry = two}}), "");
}

TEST(MvtDefect, WhatTheSpecificationForbids) {
    EXPECT_EQ(mvt_defect(std::as_bytes(std::span("no gzip"))), "is not packed with gzip");
    const std::string text = "no protocol buffer";
    EXPECT_EQ(mvt_defect(gzip(std::as_bytes(std::span(text)), gzip_tiles_level)), "is no vector tile that can be read");
    EXPECT_EQ(defect_of({}), "has no layer");
    EXPECT_EQ(defect_of({{.geometry = square}, {.geometry = square}}), "has the layer zona twice");
    EXPECT_EQ(defect_of({{.name = "", .geometry = square}}), "has a layer without name");
    EXPECT_EQ(defect_of({{.version = 1, .geometry = square}}), "has a layer of version 1, not 2");
    EXPECT_EQ(defect_of({{.type = 4, .geometry = square}}), "has a feature of no type");
    EXPECT_EQ(defect_of({{.tags = {0, 1}, .geometry = square}}), "has a feature with tags that point nowhere");
    EXPECT_EQ(defect_of({{.tags = {0}, .geometry = square}}), "has a feature with a key without value");
    EXPECT_EQ(defect_of({{.geometry = {}}}), "has a feature without geometry");
    EXPECT_EQ(defect_of({{.geometry = {9, 6, 6, 26, 4, 0, 0, 4, 3, 0}}}), "has a ring that is not closed");
    EXPECT_EQ(defect_of({{.geometry = {9, 6, 6, 26, 4, 0, 0, 4}}}), "has a line or ring that ends too early");
    EXPECT_EQ(defect_of({{.geometry = {9, 6, 6, 26, 4, 0, 0, 0, 3, 0, 15}}}), "has a LineTo that goes nowhere");
    EXPECT_EQ(defect_of({{.geometry = {9, 6, 6, 18, 4, 0, 4, 0, 15}}}), "has a ring without area");
    EXPECT_EQ(defect_of({{.geometry = backwards}}), "has a polygon that begins with a hole");
    EXPECT_EQ(defect_of({{.type = 1, .geometry = square}}), "has points with other commands than one MoveTo");
    EXPECT_EQ(defect_of({{.type = 2, .geometry = {26, 4, 0}}}),
              "has a line or ring that does not begin with one MoveTo");
}

TEST(WebpDefect, ReadsTheContainer) {
    // RIFF, the number of bytes that follow, WEBP, VP8L, its size, the signature 0x2f at byte 20, then 14 bits each of
    // the sides less one: 255 | 255 << 14 is 0x003fc0ff.
    const std::vector<std::byte> image = webp_image(std::vector<std::uint32_t>(256 * 256, 0xff5aae61), 256);
    std::string webp(reinterpret_cast<const char*>(image.data()), image.size());
    ASSERT_EQ(webp.substr(20, 3), "\x2f\xff\xc0");
    const auto defect = [&] { return tile_defect(std::as_bytes(std::span(webp)), TileFormat::webp); };
    EXPECT_EQ(defect(), "");
    webp[21] = '\xfe';
    EXPECT_EQ(defect(), "is no square of 256 or 512 pixels");
    webp[15] = ' ';
    EXPECT_EQ(defect(), "is a WebP image that is not lossless");
    webp += "x";
    EXPECT_EQ(defect(), "is a WebP image cut short or with bytes after its end");
    webp[0] = 'x';
    EXPECT_EQ(defect(), "is no WebP image");
}

}  // namespace
}  // namespace papar
