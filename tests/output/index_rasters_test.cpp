// Reads the rasters back with GDAL, as a GIS would.
#include "engine/output/index_rasters.hpp"

#include "engine/base/error.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr float none = no_index;
const RasterLayer index_layer{"banjir_bahaya", "Indeks bahaya banjir", false, RasterTheme::hazard};
const RasterLayer class_layer{"banjir_bahaya_kelas", "Kelas bahaya banjir", true, RasterTheme::hazard};

Grid grid_of(std::int64_t side) {
    return {500000, 9700000, 100, 100, side, side};
}

std::string utm_50s() {
    OGRSpatialReference crs;
    crs.importFromEPSG(32750);
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT2", nullptr};
    crs.exportToWkt(&wkt, options);
    const std::string text = wkt;
    CPLFree(wkt);
    return text;
}

GDALDatasetUniquePtr opened(const std::filesystem::path& path) {
    GDALAllRegister();
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR));
}

std::vector<std::string> names_of_values(GDALDataset& file) {
    (void)file.GetRasterBand(1)->GetMetadata();  // GDAL 3.6 reads the .aux.xml at the first of some calls, not of all
    const CPLStringList names(CSLDuplicate(file.GetRasterBand(1)->GetCategoryNames()));
    return {names.List(), names.List() + names.Count()};
}

std::vector<float> cells(GDALDataset& file) {
    std::vector<float> result(static_cast<std::size_t>(file.GetRasterXSize() * file.GetRasterYSize()));
    EXPECT_EQ(
        file.GetRasterBand(1)->RasterIO(GF_Read, 0, 0, file.GetRasterXSize(), file.GetRasterYSize(), result.data(),
                                        file.GetRasterXSize(), file.GetRasterYSize(), GDT_Float32, 0, 0, nullptr),
        CE_None);
    return result;
}

// A folder with one raster in it.
class OneRaster {
public:
    OneRaster(const RasterLayer& layer, const Grid& grid, const std::string& crs = "", Language language = Language::id)
        : path_(scratch_.path() / "rasters" / (layer.name + ".tif")),
          rasters_(scratch_.path(), {layer}, grid, crs, language) {}

    OneRaster& index(const Window& window, const std::vector<float>& values) {
        rasters_.write_index(0, window, values);
        return *this;
    }
    OneRaster& classes(const Window& window, const std::vector<std::uint8_t>& values) {
        rasters_.write_classes(0, window, values);
        return *this;
    }
    GDALDatasetUniquePtr file() {
        files = rasters_.finish({});
        return opened(path_);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    std::vector<std::string> files;

private:
    test::ScratchFolder scratch_;
    std::filesystem::path path_;
    IndexRasters rasters_;
};

TEST(IndexRasters, IndicesComeBackAndWhatIsNotWrittenIsNoData) {
    OneRaster raster(index_layer, grid_of(3));
    raster.index({1, 1, 2, 2}, {0.25F, none, 0, 1});
    const GDALDatasetUniquePtr file = raster.file();
    ASSERT_NE(file, nullptr);
    EXPECT_THAT(cells(*file), ElementsAre(-9999, -9999, -9999, -9999, 0.25F, -9999, -9999, 0, 1));
    EXPECT_EQ(file->GetRasterBand(1)->GetNoDataValue(), -9999);
    EXPECT_EQ(file->GetRasterBand(1)->GetRasterDataType(), GDT_Float32);
    EXPECT_THAT(raster.files, ElementsAre("rasters/banjir_bahaya.qml", "rasters/banjir_bahaya.tif"));
}

TEST(IndexRasters, LieWhereTheAnalysisGridLies) {
    OneRaster raster(index_layer, {500000, 9700000, 100, 50, 3, 2}, utm_50s());
    const GDALDatasetUniquePtr file = raster.file();
    std::array<double, 6> six{};
    ASSERT_EQ(file->GetGeoTransform(six.data()), CE_None);
    EXPECT_THAT(six, ElementsAre(500000, 100, 0, 9700000, 0, -50));
    EXPECT_EQ(file->GetRasterXSize(), 3);
    EXPECT_EQ(file->GetRasterYSize(), 2);
    EXPECT_STREQ(file->GetSpatialRef()->GetAuthorityCode(nullptr), "32750");
}

TEST(IndexRasters, ClassesHaveColoursAndNames) {
    OneRaster raster(class_layer, grid_of(2));
    raster.classes({0, 0, 2, 2}, {0, 1, 3, 255});
    const GDALDatasetUniquePtr file = raster.file();
    EXPECT_THAT(cells(*file), ElementsAre(0, 1, 3, 255));
    GDALRasterBand& band = *file->GetRasterBand(1);
    EXPECT_EQ(band.GetNoDataValue(), 255);
    EXPECT_EQ(band.GetRasterDataType(), GDT_Byte);
    ASSERT_EQ(band.GetColorInterpretation(), GCI_PaletteIndex);
    // The colours of the maps: #e0e0e0 for no hazard, #5aae61, #fee08b, #d73027
    const auto colour = [&](int value) {
        const GDALColorEntry& entry = *band.GetColorTable()->GetColorEntry(value);
        return std::vector<int>{entry.c1, entry.c2, entry.c3};
    };
    EXPECT_THAT(colour(0), ElementsAre(0xe0, 0xe0, 0xe0));
    EXPECT_THAT(colour(1), ElementsAre(0x5a, 0xae, 0x61));
    EXPECT_THAT(colour(2), ElementsAre(0xfe, 0xe0, 0x8b));
    EXPECT_THAT(colour(3), ElementsAre(0xd7, 0x30, 0x27));
    EXPECT_THAT(names_of_values(*file), ElementsAre("tidak ada bahaya", "rendah", "sedang", "tinggi"));
    EXPECT_THAT(raster.files, ElementsAre("rasters/banjir_bahaya_kelas.qml", "rasters/banjir_bahaya_kelas.tif",
                                          "rasters/banjir_bahaya_kelas.tif.aux.xml"));
}

TEST(IndexRasters, NamesSpeakTheOutputLanguage) {
    OneRaster raster(class_layer, grid_of(2), "", Language::en);
    const GDALDatasetUniquePtr file = raster.classes({0, 0, 1, 1}, {1}).file();
    EXPECT_THAT(names_of_values(*file), ElementsAre("no hazard", "low", "medium", "high"));
}

TEST(IndexRasters, NumbersOfHazardsAreNamedUpToTheHighest) {
    OneRaster raster({"multi_jumlah", "Jumlah bahaya", true, RasterTheme::hazard_count}, grid_of(2));
    const GDALDatasetUniquePtr file = raster.classes({0, 0, 2, 1}, {0, 2}).file();
    EXPECT_THAT(names_of_values(*file), ElementsAre("tidak ada bahaya", "1 bahaya", "2 bahaya"));
}

TEST(IndexRasters, SayWhatTheyAreAndNothingOfTheTime) {
    OneRaster raster(index_layer, grid_of(2), utm_50s());
    const GDALDatasetUniquePtr file = raster.index({0, 0, 1, 1}, {1}).file();
    EXPECT_STREQ(file->GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION"), "Indeks bahaya banjir");
    EXPECT_THAT(file->GetMetadataItem("TIFFTAG_SOFTWARE"), testing::StartsWith("papar "));
    EXPECT_EQ(file->GetMetadataItem("TIFFTAG_DATETIME"), nullptr);
    EXPECT_STREQ(file->GetMetadataItem("AREA_OR_POINT"), "Area");
    EXPECT_STREQ(file->GetRasterBand(1)->GetDescription(), "Indeks bahaya banjir");
    EXPECT_STREQ(file->GetRasterBand(1)->GetUnitType(), "");
}

TEST(IndexRasters, CarryTheStatisticsOfTheirCells) {
    // 4 x 4 cells, two of them without data and six never written. The eight others: 0, 0, 0.25, 0.25, 0.5, 0.5, 1, 1.
    // Mean 3.5 / 8 = 0.4375; squares 2 (0.0625 + 0.25 + 1) / 8 = 0.328125; variance 0.328125 - 0.19140625 =
    // 0.13671875; its root 0.36975498644373. Half of the 16 cells are valid.
    OneRaster raster(index_layer, grid_of(4));
    raster.index({0, 2, 2, 2}, {1, 0.5F, none, 0.25F}).index({0, 0, 3, 2}, {0, 0, none, 0.25F, 0.5F, 1});
    const GDALDatasetUniquePtr file = raster.file();
    GDALRasterBand& band = *file->GetRasterBand(1);
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MINIMUM"), "0");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MAXIMUM"), "1");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_MEAN"), "0.4375");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_STDDEV"), "0.36975498644373");
    EXPECT_STREQ(band.GetMetadataItem("STATISTICS_VALID_PERCENT"), "50");
    double min = 0, max = 0, mean = 0, deviation = 0;  // GDAL's own, from the cells
    ASSERT_EQ(band.ComputeStatistics(FALSE, &min, &max, &mean, &deviation, nullptr, nullptr), CE_None);
    EXPECT_NEAR(mean, 0.4375, 1e-15);
    EXPECT_NEAR(deviation, 0.36975498644373, 1e-13);
}

TEST(IndexRasters, WithoutAnyDataThereAreNoStatistics) {
    OneRaster raster(index_layer, grid_of(2));
    const GDALDatasetUniquePtr file = raster.index({0, 0, 2, 1}, {none, none}).file();
    EXPECT_STREQ(file->GetRasterBand(1)->GetMetadataItem("STATISTICS_VALID_PERCENT"), "0");
    EXPECT_EQ(file->GetRasterBand(1)->GetMetadataItem("STATISTICS_MEAN"), nullptr);
}

TEST(IndexRasters, OnAnUnevenGridACellTakesWhatHoldsItsCentre) {
    // Columns of the analysis at 0, 0.5, 1.25, 1.4 and 3 steps. Centres 0.5, 1.5 and 2.5: the first is on the line
    // where column 1 begins, the others lie in column 3. Rows at 0, 1 and 1.7: row 0 holds 0.5, row 1 holds 1.5.
    Grid grid = grid_of(0);
    grid.cols = 4;
    grid.rows = 2;
    grid.col_lines = std::make_shared<const GridLines>(std::vector<double>{0, 0.5, 1.25, 1.4, 3});
    grid.row_lines = std::make_shared<const GridLines>(std::vector<double>{0, 1, 1.7});
    OneRaster raster(index_layer, grid);
    // Two windows, the right one first; columns 0 and 2 hold no centre.
    raster.index({2, 0, 2, 2}, {0.9F, 0.3F, 0.9F, 0.7F}).index({0, 0, 2, 2}, {0.9F, 0.1F, 0.9F, 0.5F});
    const GDALDatasetUniquePtr file = raster.file();
    ASSERT_EQ(file->GetRasterXSize(), 3);
    ASSERT_EQ(file->GetRasterYSize(), 2);
    EXPECT_THAT(cells(*file), ElementsAre(0.1F, 0.3F, 0.3F, 0.5F, 0.7F, 0.7F));
}

// Windows of `side` cells over a grid, with values that tell cells apart.
struct Pattern {
    std::int64_t cells;
    std::int64_t side;

    [[nodiscard]] static float at(std::int64_t col, std::int64_t row) {
        return (col / 100 + row / 100) % 5 == 0 ? none : static_cast<float>((col * 7 + row * 13) % 1000) / 1000;
    }
    [[nodiscard]] std::vector<Window> windows() const {
        std::vector<Window> all;
        for (std::int64_t row = 0; row < cells; row += side) {
            for (std::int64_t col = 0; col < cells; col += side) {
                all.push_back({col, row, std::min(side, cells - col), std::min(side, cells - row)});
            }
        }
        return all;
    }
    static void write(RasterSink& sink, const Window& window) {
        std::vector<float> index;
        std::vector<std::uint8_t> classes;
        for (std::int64_t row = window.row; row < window.end_row(); ++row) {
            for (std::int64_t col = window.col; col < window.end_col(); ++col) {
                index.push_back(at(col, row));
                classes.push_back(std::isnan(index.back()) ? no_class : static_cast<std::uint8_t>(index.back() * 4));
            }
        }
        sink.write_index(0, window, index);
        sink.write_classes(1, window, classes);
    }
};

TEST(IndexRasters, WindowsAcrossTilesComeBack) {
    const Pattern pattern{1300, 700};
    const test::ScratchFolder scratch;
    IndexRasters rasters(scratch.path(), {index_layer, class_layer}, grid_of(pattern.cells), "");
    for (const Window& window : pattern.windows()) Pattern::write(rasters, window);
    (void)rasters.finish({});
    const std::vector<float> found = cells(*opened(scratch.path() / "rasters" / "banjir_bahaya.tif"));
    int wrong = 0;
    for (std::int64_t i = 0; i < pattern.cells * pattern.cells; ++i) {
        const float expected = Pattern::at(i % pattern.cells, i / pattern.cells);
        wrong += found[static_cast<std::size_t>(i)] == (std::isnan(expected) ? -9999 : expected) ? 0 : 1;
    }
    EXPECT_EQ(wrong, 0);
}

std::map<std::string, std::string> files_made(const Pattern& pattern, int threads, bool backwards,
                                              const std::vector<RasterLayer>& layers = {index_layer, class_layer}) {
    const test::ScratchFolder scratch;
    std::vector<std::string> names;
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena(threads).execute([&] {
        IndexRasters rasters(scratch.path(), layers, grid_of(pattern.cells), utm_50s());
        std::vector<Window> windows = pattern.windows();
        if (backwards) std::ranges::reverse(windows);
        tbb::parallel_for(std::size_t{0}, windows.size(), [&](std::size_t i) { Pattern::write(rasters, windows[i]); });
        names = rasters.finish({});
    });
    std::map<std::string, std::string> contents;
    for (const std::string& name : names) {
        std::ifstream in(scratch.path() / name, std::ios::binary);
        contents[name] = {std::istreambuf_iterator<char>(in), {}};
    }
    return contents;
}

TEST(IndexRasters, AreTheSameBytesForAnyNumberOfThreadsAndOrder) {
    const Pattern pattern{1300, 300};
    const auto one = files_made(pattern, 1, false);
    EXPECT_EQ(one.size(), 5U);  // index: .tif and .qml; classes: .tif.aux.xml too
    EXPECT_TRUE(one == files_made(pattern, 3, true));
    EXPECT_TRUE(one == files_made(pattern, 8, false));  // several threads compress one file
}

TEST(IndexRasters, LargeOnesAreValidAndHaveOverviews) {
    const Pattern pattern{1300, 512};
    const test::ScratchFolder scratch;
    IndexRasters rasters(scratch.path(), {index_layer, class_layer}, grid_of(pattern.cells), utm_50s());
    for (const Window& window : pattern.windows()) Pattern::write(rasters, window);
    for (const std::string& name : rasters.finish({})) {
        if (!name.ends_with(".tif")) continue;
        // GDAL's own validator, every tile read.
        const std::string command =
            "/usr/bin/python3 -B -m osgeo_utils.samples.validate_cloud_optimized_geotiff --full-check=yes -q " +
            (scratch.path() / name).string();
        EXPECT_EQ(std::system(command.c_str()), 0) << name;
        const GDALDatasetUniquePtr file = opened(scratch.path() / name);
        ASSERT_EQ(file->GetRasterBand(1)->GetOverviewCount(), 2) << name;  // 650 and 325: the first within one tile
        EXPECT_EQ(file->GetRasterBand(1)->GetOverview(1)->GetXSize(), 325);
    }
}

TEST(IndexRasters, OverviewsAreMeansOfIndicesAndTheCommonestOfClasses) {
    // Every 2 x 2 cells hold 0, 0, 0.5, 1: mean 0.375. Classes 1, 1, 2, 3: most are 1.
    const test::ScratchFolder scratch;
    IndexRasters rasters(scratch.path(), {index_layer, class_layer}, grid_of(600), "");
    std::vector<float> index(600 * 600);
    std::vector<std::uint8_t> classes(index.size());
    for (std::size_t i = 0; i < index.size(); ++i) {
        const bool right = i % 2 == 1;
        const bool below = i / 600 % 2 == 1;
        index[i] = below ? (right ? 1.0F : 0.5F) : 0.0F;
        classes[i] = below ? (right ? 3 : 2) : 1;
    }
    rasters.write_index(0, {0, 0, 600, 600}, index);
    rasters.write_classes(1, {0, 0, 600, 600}, classes);
    (void)rasters.finish({});
    for (const auto& [name, expected] : {std::pair{"banjir_bahaya", 0.375F}, {"banjir_bahaya_kelas", 1.0F}}) {
        const GDALDatasetUniquePtr file = opened(scratch.path() / "rasters" / (std::string(name) + ".tif"));
        float value = -1;
        ASSERT_EQ(file->GetRasterBand(1)->GetOverview(0)->RasterIO(GF_Read, 150, 150, 1, 1, &value, 1, 1, GDT_Float32,
                                                                   0, 0, nullptr),
                  CE_None);
        EXPECT_EQ(value, expected) << name;
    }
}

TEST(IndexRasters, LeaveNothingButTheirFiles) {
    OneRaster raster(index_layer, grid_of(2));
    (void)raster.index({0, 0, 1, 1}, {1}).file();
    // The raster and its legend.
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(raster.path().parent_path()), {}), 2);
}

TEST(IndexRasters, StopWhenAsked) {
    const test::ScratchFolder scratch;
    IndexRasters rasters(scratch.path(), {index_layer, class_layer}, grid_of(600), "");
    try {
        (void)rasters.finish([](const Progress& progress) { return progress.done < 1; });
        FAIL() << "was not stopped";
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::interrupted);
    }
}

TEST(IndexRasters, NameTheFileAndTheReasonWhenItCannotBeWritten) {
    const test::ScratchFolder scratch;
    IndexRasters rasters(scratch.path(), {index_layer}, grid_of(2), "");
    std::filesystem::create_directory(scratch.path() / "rasters" / "banjir_bahaya.tif");
    try {
        (void)rasters.finish({});
        FAIL() << "wrote over a folder";
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::output);
        EXPECT_THAT(e.what(), HasSubstr("rasters/banjir_bahaya.tif: could not be written ("));
    }
}

TEST(IndexRasters, NameTheFolderThatIsNotThere) {
    try {
        const IndexRasters rasters("/nonexistent-folder", {index_layer}, grid_of(2), "");
        FAIL() << "made a folder in a folder that does not exist";
    } catch (const Error& e) {
        EXPECT_EQ(e.kind(), ErrorKind::output);
        EXPECT_THAT(e.what(), HasSubstr("/nonexistent-folder/rasters"));
    }
}

}  // namespace
}  // namespace papar
