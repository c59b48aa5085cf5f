// The rasters of the real data folder, where it is there.
#include "tests/io/test_raster.hpp"

#include <algorithm>
#include <cmath>

namespace papar::test {

namespace {

const std::filesystem::path real_data = PAPAR_REAL_DATA;

double sum(const std::vector<double>& cells) {
    double total = 0;
    for (const double cell : cells) {
        total += std::isnan(cell) ? 0 : cell;
    }
    return total;
}

auto valid(const std::vector<double>& cells) {
    return std::count_if(cells.begin(), cells.end(), [](double cell) { return !std::isnan(cell); });
}

class RealRasters : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(real_data / "jakarta")) {
            GTEST_SKIP() << "no real data in " << real_data;
        }
    }
};

}  // namespace

TEST_F(RealRasters, OwnDecoderEqualsGdal) {
    for (const char* name : {"jakarta/population_jakarta_count_50m.tif", "jakarta/Population_Jakarta_UTM48N.tif",
                             "defects/shakemap_south_up.tif"}) {
        SCOPED_TRACE(name);
        EXPECT_TRUE(RasterFile::open(input_of(real_data / name))->facts().own_decoder);
        expect_same_bits(whole(real_data / name), whole(real_data / name, Decoder::gdal));
    }
}

// World Mercator metres, labelled EPSG:4326.
TEST_F(RealRasters, MetresLabelledDegrees) {
    RasterInput input = input_of(real_data / "defects/population_jakarta_mislabelled_4326.tif");
    EXPECT_THAT(input_error([&] { RasterFile::open(input); }),
                testing::AllOf(testing::HasSubstr("x 11876185.2 to"), testing::HasSubstr("look like metres"),
                               testing::HasSubstr("assume_crs")));
    input.assume_crs = "EPSG:3395";
    const auto raster = RasterFile::open(input);
    EXPECT_THAT(raster->crs_wkt(), testing::HasSubstr("World Mercator"));
    EXPECT_THAT(raster->declared_crs(), testing::HasSubstr("WGS 84"));
}

// Total of the data's README: 8,899,690.72 people.
TEST_F(RealRasters, PopulationOfJakarta) {
    EXPECT_NEAR(sum(whole(real_data / "jakarta/population_jakarta_count_50m.tif")), 8899690.72, 0.005);
}

TEST_F(RealRasters, AsciiGridsWithEsriPrj) {
    // 638 x 649 cells by the files' headers; 12 cells are exactly 0.75 m by the data's README.
    const auto depth = RasterFile::open(input_of(real_data / "jakarta/Flood_Current_Depth_Jakarta_geographic.asc"));
    EXPECT_EQ(depth->grid().cols, 638);
    EXPECT_EQ(depth->grid().rows, 649);
    EXPECT_THAT(depth->crs_wkt(), testing::HasSubstr("WGS 84"));
    const std::vector<double> cells = whole(*depth);
    EXPECT_EQ(std::count(cells.begin(), cells.end(), 0.75), 12);
    // The same flood as classes, Int32, dry = nodata: only 1, 2 and 3 are valid.
    const auto classes = RasterFile::open(input_of(real_data / "jakarta/jakarta_flood_category_123.asc"));
    EXPECT_EQ(classes->type(), CellType::float64);
    for (const double cell : whole(*classes)) {
        ASSERT_TRUE(std::isnan(cell) || cell == 1 || cell == 2 || cell == 3) << cell;
    }
}

// defects/palu_koro_6.5_shakemap.asc: 382 x 436 cells, half of them nodata by the data's README.
TEST_F(RealRasters, ShakemapWithMuchNodata) {
    const std::vector<double> cells = whole(real_data / "defects/palu_koro_6.5_shakemap.asc");
    EXPECT_NEAR(static_cast<double>(valid(cells)) / static_cast<double>(cells.size()), 0.5, 0.01);
}

}  // namespace papar::test
