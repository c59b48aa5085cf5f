// Files papar does not read: one sentence each, kind `input`.
#include "tests/io/test_raster.hpp"

#include <limits>

namespace papar::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string refusal(const std::filesystem::path& path, int band = 1) {
    return input_error([&] { RasterFile::open(input_of(path, band)); });
}

std::string refusal_of(const TestRaster& raster, int band = 1) {
    const ScratchFolder folder;
    write_tiff(folder / "unfit.tif", raster);
    return refusal(folder / "unfit.tif", band);
}

}  // namespace

TEST(RasterRefusal, MissingFolderOrNoRaster) {
    const ScratchFolder folder;
    EXPECT_THAT(refusal(folder / "absent.tif"),
                AllOf(testing::StartsWith("study.toml:3:8: "), HasSubstr("absent.tif"), HasSubstr("does not exist")));
    std::filesystem::create_directory(folder / "folder.tif");
    EXPECT_THAT(refusal(folder / "folder.tif"), HasSubstr("is a folder"));
    write_bytes(folder / "text.tif", "hello\n");
    EXPECT_THAT(refusal(folder / "text.tif"), AllOf(HasSubstr("text.tif"), HasSubstr("no raster that papar reads")));
    write_bytes(folder / "empty.tif", "");
    EXPECT_THAT(refusal(folder / "empty.tif"), HasSubstr("no raster that papar reads"));
}

// A VRT can read any other file; its name does not make it a GeoTIFF.
TEST(RasterRefusal, VrtUnderAnotherName) {
    const ScratchFolder folder;
    write_tiff(folder / "real.tif", {});
    const std::string vrt =
        "<VRTDataset rasterXSize=\"5\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS>"
        "<GeoTransform>106,0.5,0,-6,0,-0.5</GeoTransform><VRTRasterBand dataType=\"Float32\" "
        "band=\"1\"><SimpleSource><SourceFilename>" +
        (folder / "real.tif").native() +
        "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>";
    write_bytes(folder / "hidden.tif", vrt);
    EXPECT_THAT(refusal(folder / "hidden.tif"), HasSubstr("no raster that papar reads"));
    // Nor as a mask beside a real raster: it is not opened, so nothing is masked.
    write_bytes(folder / "real.tif.msk", vrt);
    EXPECT_EQ(RasterFile::open(input_of(folder / "real.tif"))->facts().mask, "none");
}

TEST(RasterRefusal, VirtualFileSystems) {
    for (const std::string path :
         {"/vsicurl/http://127.0.0.1:1/a.tif", "/vsimem/a.tif", "/vsizip//vsicurl/x.zip/a.tif", "/vsistdin/"}) {
        EXPECT_THAT(input_error([&] {
                        RasterFile::open({path, path, 1, "", "", {}});
                    }),
                    HasSubstr("virtual file system"));
    }
}

TEST(RasterRefusal, Georeference) {
    TestRaster raster;
    raster.transform = {0, 0, 0, 0, 0, 0};
    EXPECT_THAT(refusal_of(raster), HasSubstr("no georeference"));
    raster.transform = {106, 0.5, 0.1, -6, 0, -0.5};
    EXPECT_THAT(refusal_of(raster), HasSubstr("rotated or sheared"));
    raster.transform = {106, -0.5, 0, -6, 0, -0.5};
    EXPECT_THAT(refusal_of(raster), HasSubstr("east to west"));
    raster.transform = {std::numeric_limits<double>::infinity(), 0.5, 0, -6, 0, -0.5};
    EXPECT_THAT(refusal_of(raster), HasSubstr("georeference"));
    // 1e-12 of shear over 5 columns moves no cell by a millionth: noise.
    raster.transform = {106, 0.5, 1e-12, -6, 0, -0.5};
    const ScratchFolder folder;
    write_tiff(folder / "noise.tif", raster);
    EXPECT_NO_THROW(RasterFile::open(input_of(folder / "noise.tif")));
}

TEST(RasterRefusal, CoordinateSystem) {
    TestRaster raster;
    raster.crs = "";
    EXPECT_THAT(refusal_of(raster), AllOf(HasSubstr("no coordinate system"), HasSubstr("gdal_edit.py -a_srs")));
    raster.crs = "LOCAL_CS[\"site\",UNIT[\"metre\",1]]";
    EXPECT_THAT(refusal_of(raster), HasSubstr("neither geographic nor projected"));
}

TEST(RasterRefusal, BandsAndTypes) {
    EXPECT_THAT(refusal_of({}, 2), HasSubstr("band 2 does not exist; the file has 1"));
    EXPECT_THAT(refusal_of({}, 0), HasSubstr("band 0 does not exist"));
    TestRaster raster;
    raster.type = GDT_CFloat32;
    EXPECT_THAT(refusal_of(raster), HasSubstr("CFloat32"));
    TestRaster unscaled;
    unscaled.finish = [](GDALDataset& dataset) { dataset.GetRasterBand(1)->SetScale(0); };
    EXPECT_THAT(refusal_of(unscaled), HasSubstr("scale 0"));
}

// Declared sizes without data: a sparse file costs nothing to write. 1.1e6 x 1.1e6 cells = 1.21e12; a tile of
// 32,768 x 16,384 bytes = 512 MiB.
TEST(RasterRefusal, AbsurdSizes) {
    const ScratchFolder folder;
    write_tiff(folder / "small.tif", {});  // makes GDAL's driver known
    const auto refusal_of_size = [&](int size, const std::string& tile_cols, const std::string& tile_rows) {
        CPLStringList options;
        options.SetNameValue("SPARSE_OK", "TRUE");
        options.SetNameValue("BIGTIFF", "YES");
        options.SetNameValue("COMPRESS", "DEFLATE");
        options.SetNameValue("TILED", "YES");
        options.SetNameValue("BLOCKXSIZE", tile_cols.c_str());
        options.SetNameValue("BLOCKYSIZE", tile_rows.c_str());
        GDALDataset* dataset = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
            (folder / "huge.tif").c_str(), size, size, 1, GDT_Byte, options.List());
        EXPECT_NE(dataset, nullptr);
        std::array<double, 6> transform = {106, 1e-6, 0, -6, 0, -1e-6};
        dataset->SetGeoTransform(transform.data());
        GDALClose(dataset);
        return refusal(folder / "huge.tif");
    };
    EXPECT_THAT(refusal_of_size(1'100'000, "4096", "4096"), HasSubstr("limit of 10^12 cells"));
    EXPECT_THAT(refusal_of_size(100'000, "32768", "16384"), HasSubstr("more than 256 MB each"));
}

}  // namespace papar::test
