#include "engine/base/error.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/pmtiles_format.hpp"
#include "engine/tiles/tile_archive.hpp"

#include "tests/serve/small_archives.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
using test::facts_of;
using test::ScratchFolder;
using test::tile_bytes;
using testing::HasSubstr;

std::string sentence_of(const fs::path& path) {
    try {
        const auto archive = open_tile_archive(path);
        static_cast<void>(archive->tile({0, 0, 0}, 1));
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        return problem.what();
    }
    return "";
}

void write_bytes(const fs::path& path, const std::vector<std::byte>& bytes) {
    write_file(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

class ReadersTest : public testing::Test {
protected:
    // Zooms 1 to 7 less the north-western quarter: 4^1 + ... + 4^7 = 21844 tiles, three quarters of them there. So many
    // different ones do not fit a root directory.
    static bool in_north_west(const Tile& tile) {
        return tile.x >> (tile.zoom - 1) == 0 && tile.y >> (tile.zoom - 1) == 0;
    }

    void expect_every_tile(const fs::path& path, TileFormat format, int max_zoom) {
        const auto archive = open_tile_archive(path);
        EXPECT_EQ(archive->facts().min_zoom, 1);
        EXPECT_EQ(archive->facts().max_zoom, max_zoom);
        EXPECT_EQ(archive->facts().words.media_type, words_of(format).media_type);
        for (int zoom = 1; zoom <= max_zoom; ++zoom) {
            for (std::uint32_t x = 0; x >> zoom == 0; ++x) {
                for (std::uint32_t y = 0; y >> zoom == 0; ++y) {
                    const Tile tile{zoom, x, y};
                    const auto found = archive->tile(tile, 1);
                    ASSERT_EQ(found.has_value(), !in_north_west(tile)) << zoom << "/" << x << "/" << y;
                    if (!found) continue;
                    ASSERT_EQ(found->bytes, tile_bytes(tile, format)) << zoom << "/" << x << "/" << y;
                    ASSERT_EQ(found->gzipped, format == TileFormat::mvt);
                }
            }
        }
        EXPECT_FALSE(archive->tile({0, 0, 0}, 1));
    }

    ScratchFolder folder;
};

TEST_F(ReadersTest, PmtilesWithLeaves) {
    test::write_archive(folder / "a.pmtiles", facts_of("a", TileFormat::png, 1, 7), write_pmtiles, in_north_west);
    const std::string bytes = read_back(folder / "a.pmtiles");
    ASSERT_GT(read_header(std::as_bytes(std::span(bytes)))->leaves.bytes, 0U);
    expect_every_tile(folder / "a.pmtiles", TileFormat::png, 7);
    const auto archive = open_tile_archive(folder / "a.pmtiles");
    ASSERT_TRUE(archive->facts().bounds);
    EXPECT_DOUBLE_EQ(archive->facts().bounds->west, 95);
    EXPECT_DOUBLE_EQ(archive->facts().bounds->north, 6);
    EXPECT_EQ(archive->facts().metadata["name"], "Kelas bahaya: a");
}

TEST_F(ReadersTest, VectorTiles) {
    test::write_archive(folder / "a.pmtiles", facts_of("a", TileFormat::mvt, 1, 3), write_pmtiles, in_north_west);
    test::write_archive(folder / "a.mbtiles", facts_of("a", TileFormat::mvt, 1, 3), write_mbtiles, in_north_west);
    for (const char* name : {"a.pmtiles", "a.mbtiles"}) {
        expect_every_tile(folder / name, TileFormat::mvt, 3);
        EXPECT_EQ(open_tile_archive(folder / name)->facts().metadata["vector_layers"][0]["id"], "zona");
    }
}

TEST_F(ReadersTest, MbtilesWithRowsFromTheSouth) {
    test::write_archive(folder / "a.mbtiles", facts_of("a", TileFormat::png, 1, 5), write_mbtiles, in_north_west);
    expect_every_tile(folder / "a.mbtiles", TileFormat::png, 5);
}

TEST_F(ReadersTest, Folders) {
    test::write_archive(
        folder / "a", facts_of("a", TileFormat::webp, 1, 4),
        [](const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& path) {
            write_tile_folder(tiles, facts, path);
        },
        in_north_west);
    expect_every_tile(folder / "a", TileFormat::webp, 4);
    EXPECT_FALSE(open_tile_archive(folder / "a")->facts().has_2x);
}

TEST_F(ReadersTest, AFoldersTilesOfTwiceTheSize) {
    fs::create_directories(folder / "a/3/4");
    write_file(folder / "a/3/4/5.png", "small");
    write_file(folder / "a/3/4/5@2x.png", "large");
    const auto archive = open_tile_archive(folder / "a");
    EXPECT_TRUE(archive->facts().has_2x);
    EXPECT_EQ(archive->tile({3, 4, 5}, 2)->bytes, bytes_of("large"));
    EXPECT_EQ(archive->tile({3, 4, 5}, 1)->bytes, bytes_of("small"));
}

TEST_F(ReadersTest, AFolderOfTippecanoe) {
    fs::create_directories(folder / "a/0/0");
    write_file(folder / "a/0/0/0.pbf", "tile");
    write_file(folder / "a/metadata.json",
               R"({"bounds": "95,-11,141,6", "json": "{\"vector_layers\": [{\"id\": \"desa\"}]}"})");
    const auto archive = open_tile_archive(folder / "a");
    EXPECT_EQ(archive->tile({0, 0, 0}, 1)->bytes, bytes_of("tile"));
    EXPECT_EQ(archive->facts().words.extension, ".pbf");
    EXPECT_EQ(archive->facts().metadata["vector_layers"][0]["id"], "desa");
    EXPECT_DOUBLE_EQ(archive->facts().bounds->west, 95);
}

TEST_F(ReadersTest, ALinkLeadsToAnotherTileButNotOutOfTheFolder) {
    fs::create_directories(folder / "a/1/0");
    write_file(folder / "secret.png", "secret");
    write_file(folder / "a/1/0/0.png", "one");
    fs::create_symlink("0.png", folder / "a/1/0/1.png");
    fs::create_directories(folder / "a/1/1");
    fs::create_symlink(folder / "secret.png", folder / "a/1/1/0.png");
    const auto archive = open_tile_archive(folder / "a");
    EXPECT_EQ(archive->tile({1, 0, 1}, 1)->bytes, bytes_of("one"));
    EXPECT_FALSE(archive->tile({1, 1, 0}, 1));
}

// Runs, equal contents, no internal compression: by hand. Zoom 1 has the ids 1 to 4, along the curve 0/0, 0/1, 1/1,
// 1/0.
TEST_F(ReadersTest, PmtilesWithRuns) {
    const std::vector<PmtilesEntry> entries = {{0, 1, 4, 0}, {1, 3, 3, 4}};
    const auto root = directory_bytes(entries);
    PmtilesHeader header;
    header.internal_compression = pmtiles_no_compression;
    header.root = {pmtiles_header_bytes, root.size()};
    header.metadata = {header.root.end(), 2};
    header.leaves = {header.metadata.end(), 0};
    header.data = {header.metadata.end(), 7};
    header.max_zoom = 1;
    auto bytes = header_bytes(header);
    bytes.insert(bytes.end(), root.begin(), root.end());
    const auto rest = bytes_of("{}wideseaXX");
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    write_bytes(folder / "a.pmtiles", bytes);
    const auto archive = open_tile_archive(folder / "a.pmtiles");
    EXPECT_EQ(archive->tile({0, 0, 0}, 1)->bytes, bytes_of("wide"));
    EXPECT_EQ(archive->tile({1, 0, 0}, 1)->bytes, bytes_of("sea"));
    EXPECT_EQ(archive->tile({1, 0, 1}, 1)->bytes, bytes_of("sea"));
    EXPECT_EQ(archive->tile({1, 1, 1}, 1)->bytes, bytes_of("sea"));
    EXPECT_FALSE(archive->tile({1, 1, 0}, 1));
    EXPECT_FALSE(archive->facts().bounds);  // all zero
}

TEST_F(ReadersTest, MbtilesOfOthersSayLess) {
    write_file(folder / "a.mbtiles", "");
    SqliteFile file(folder / "a.mbtiles", SqliteFile::Access::write);
    file.execute(
        "CREATE TABLE metadata (name TEXT, value TEXT); INSERT INTO metadata VALUES ('bounds', '106.1,-6.4,107,-5.9');"
        "INSERT INTO metadata VALUES ('json', '{\"vector_layers\": [{\"id\": \"desa\"}]}');"
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
        // TMS row 0 of zoom 2 is row 3 from the north.
        "INSERT INTO tiles VALUES (2, 1, 0, X'1f8b0801'), (3, 2, 7, X'1f8b0802')");
    const auto archive = open_tile_archive(folder / "a.mbtiles");
    EXPECT_EQ(archive->facts().words.extension, ".mvt");
    EXPECT_EQ(archive->facts().min_zoom, 2);
    EXPECT_EQ(archive->facts().max_zoom, 3);
    EXPECT_DOUBLE_EQ(archive->facts().bounds->south, -6.4);
    EXPECT_EQ(archive->facts().metadata["vector_layers"][0]["id"], "desa");
    EXPECT_TRUE(archive->tile({2, 1, 3}, 1));
    EXPECT_TRUE(archive->tile({3, 2, 0}, 1));
    EXPECT_FALSE(archive->tile({2, 1, 0}, 1));
}

TEST_F(ReadersTest, WhatIsNoArchiveIsNamed) {
    write_file(folder / "a.pmtiles", "no such thing");
    EXPECT_THAT(sentence_of(folder / "a.pmtiles"), HasSubstr("a.pmtiles: neither PMTiles nor MBTiles"));
    write_file(folder / "b.pmtiles", "PMTiles\2" + std::string(200, ' '));
    EXPECT_THAT(sentence_of(folder / "b.pmtiles"), HasSubstr("b.pmtiles: this is no PMTiles archive of version 3"));
    write_file(folder / "c.mbtiles", "SQLite format 3");
    EXPECT_THAT(sentence_of(folder / "c.mbtiles"), HasSubstr("c.mbtiles: no readable MBTiles"));
    fs::create_directories(folder / "d/1");
    EXPECT_THAT(sentence_of(folder / "d"), HasSubstr("d: no folder of tiles"));
    EXPECT_THAT(sentence_of(folder / "none"), HasSubstr("none: the file cannot be read"));
}

TEST_F(ReadersTest, DamagedPmtilesAreNamed) {
    test::write_archive(folder / "a.pmtiles", facts_of("a", TileFormat::png, 0, 1), write_pmtiles);
    const std::string whole = read_back(folder / "a.pmtiles");
    write_file(folder / "b.pmtiles", whole.substr(0, whole.size() - 5));
    EXPECT_EQ(open_tile_archive(folder / "a.pmtiles")->tile({0, 0, 0}, 1)->bytes,
              tile_bytes({0, 0, 0}, TileFormat::png));
    const auto cut = open_tile_archive(folder / "b.pmtiles");
    EXPECT_THROW(static_cast<void>(cut->tile({1, 1, 0}, 1)), Error);
    const auto with = [&](std::size_t at, char byte) {
        std::string changed = whole;
        changed[at] = byte;
        write_file(folder / "c.pmtiles", changed);
        return sentence_of(folder / "c.pmtiles");
    };
    EXPECT_THAT(with(97, 3), HasSubstr("its directories are packed with brotli or zstd"));
    EXPECT_THAT(with(98, 4), HasSubstr("its tiles are packed with brotli or zstd"));
    EXPECT_THAT(with(99, 0), HasSubstr("it does not say what its tiles are"));
    EXPECT_THAT(with(pmtiles_header_bytes, 'x'), HasSubstr("the root directory cannot be unpacked"));
    EXPECT_THAT(with(15, 0x7f), HasSubstr("the root directory ends beyond the file"));
}

TEST_F(ReadersTest, TileJsonFromWhatTheArchiveSays) {
    test::write_archive(folder / "a.mbtiles", facts_of("a", TileFormat::mvt, 1, 2), write_mbtiles);
    const auto archive = open_tile_archive(folder / "a.mbtiles");
    const auto json = tile_json(archive->facts(), "a", "http://host/a/{z}/{x}/{y}.mvt");
    EXPECT_EQ(json["tilejson"], "3.0.0");
    EXPECT_EQ(json["tiles"][0], "http://host/a/{z}/{x}/{y}.mvt");
    EXPECT_EQ(json["bounds"], (nlohmann::ordered_json{95.0, -11.0, 141.0, 6.0}));
    EXPECT_EQ(json["center"][0], 118.0);  // (95 + 141) / 2
    EXPECT_EQ(json["name"], "Kelas bahaya: a");
    EXPECT_EQ(json["attribution"], "BPBD &lt;Contoh&gt;");
    EXPECT_EQ(json["vector_layers"][0]["id"], "zona");
    EXPECT_FALSE(json.contains("version"));  // MBTiles' is a plain number
    ArchiveFacts facts = archive->facts();
    for (const char* semver : {"1.2.3", "0.0.10", "2.82.0-rc.1", "1.0.0+debian-12"}) {
        facts.metadata["version"] = semver;
        EXPECT_EQ(tile_json(facts, "a", "http://host")["version"], semver);
    }
    for (const char* other : {"", "1", "1.2", "1.2.3.4", "1.02.3", "1.2.x", "1.2.3-", "1.2.3 beta", "-1.2.3", "1..3"}) {
        facts.metadata["version"] = other;
        EXPECT_FALSE(tile_json(facts, "a", "http://host").contains("version")) << other;
    }
}

}  // namespace
}  // namespace papar
