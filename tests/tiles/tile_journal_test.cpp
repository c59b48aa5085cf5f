#include "engine/tiles/tile_journal.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/raster_pyramid.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/tile_rasters.hpp"
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace papar {
namespace {

using test::ScratchFolder;

// Groups at zoom 11: the raster is 27 km wide, a tile there 19 km.
class TileJournalTest : public testing::Test {
protected:
    void SetUp() override {
        test::make_raster(
            folder / "kelas.tif",
            {900, 900, "EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, GDT_Byte, 255, [](int col, int row) {
                 return (col / 300 + row / 300) % 2 == 0 ? 1 : (col * row) % 4;
             }});
        raster = test::class_raster(folder / "kelas.tif", {{}, 3});
        settings.shape = {8, 14, 256, 2};
        settings.image.palette.emplace();
        (*settings.image.palette)[0].alpha = 0;
    }

    TileSet opened(const std::string& fingerprint = "one") const { return TileSet(open_journal(journal, fingerprint)); }

    // What an uninterrupted run gives.
    TileSet whole() const {
        TileSet set(folder.path());
        build_pyramid(raster, settings, {}, set);
        return set;
    }

    static void expect_equal(TileSet& one, TileSet& two) {
        ASSERT_EQ(one.tiles().size(), two.tiles().size());
        ASSERT_EQ(one.contents(), two.contents());
        for (std::size_t i = 0; i < one.tiles().size(); ++i) {
            ASSERT_EQ(one.tiles()[i].id, two.tiles()[i].id);
            ASSERT_EQ(one.tiles()[i].content, two.tiles()[i].content);
        }
        for (std::uint32_t i = 0; i < one.contents(); ++i) ASSERT_EQ(one.content(i), two.content(i));
    }

    ScratchFolder folder;
    std::filesystem::path journal = folder / ".a.tiles.papar-part";
    ClassRaster raster;
    PyramidSettings settings;
};

// A program killed while it writes leaves any number of the file's bytes.
TEST_F(TileJournalTest, GoesOnFromAnyByte) {
    TileSet uninterrupted = whole();
    std::size_t groups = 0;
    {
        TileSet set = opened();
        const GroupCounts counts = build_pyramid(raster, settings, {}, set);
        EXPECT_EQ(counts.found, 0U);
        groups = counts.all;
        ASSERT_GE(groups, 4U);
    }
    const std::string bytes = read_back(journal);
    constexpr unsigned seed = 7;
    std::minstd_rand random(seed);
    std::size_t found = 0;
    for (int i = 0; i < 12; ++i) {
        const std::size_t kept = i == 0 ? bytes.size() : random() % bytes.size();
        write_file(journal, bytes.substr(0, kept));
        TileSet set = opened();
        const GroupCounts counts = build_pyramid(raster, settings, {}, set);
        EXPECT_EQ(counts.all, groups);
        if (i == 0) {
            EXPECT_EQ(counts.found, groups);
        }
        found += counts.found;
        expect_equal(set, uninterrupted);
    }
    EXPECT_GT(found, groups);  // all of the first time, and parts of others
}

TEST_F(TileJournalTest, AChangedByteEndsWhatIsTakenOver) {
    TileSet uninterrupted = whole();
    {
        TileSet set = opened();
        build_pyramid(raster, settings, {}, set);
    }
    std::string bytes = read_back(journal);
    bytes[bytes.size() / 2] ^= 1;
    write_file(journal, bytes);
    TileSet set = opened();
    const GroupCounts counts = build_pyramid(raster, settings, {}, set);
    EXPECT_LT(counts.found, counts.all);
    expect_equal(set, uninterrupted);
}

TEST_F(TileJournalTest, AnotherFingerprintBeginsAnew) {
    {
        TileSet set = opened();
        build_pyramid(raster, settings, {}, set);
    }
    EXPECT_TRUE(journal_goes_on(journal, "one"));
    EXPECT_FALSE(journal_goes_on(journal, "other"));
    TileSet set = opened("other");
    EXPECT_EQ(build_pyramid(raster, settings, {}, set).found, 0U);
    EXPECT_FALSE(journal_goes_on(folder / "nothing", "one"));
}

TEST_F(TileJournalTest, OneProgramAtATime) {
    const TileSet set = opened();
    try {
        opened();
        ADD_FAILURE() << "opened twice";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::temporary);
    }
}

}  // namespace
}  // namespace papar
