#include "engine/io/vector_info.hpp"

#include "tests/io/zone_files.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

TEST(VectorLayers, DescribesEveryLayer) {
    const std::filesystem::path path = test::temp_file("info.gpkg");
    {
        const OgrDataset dataset = test::create_file(path, "GPKG");
        test::add_layer(dataset.get(), "desa", 32748, wkbPolygon, {{"kode", OFTString}, {"luas", OFTReal}},
                        {{"POLYGON ((0 0,1 0,1 1,0 0))", {"a", "1"}}, {"POLYGON ((0 0,1 0,1 1,0 0))", {"b", "2"}}});
        test::add_layer(dataset.get(), "tabel", 0, wkbNone, {{"n", OFTInteger}}, {});
    }
    const std::vector<VectorLayerInfo> layers = vector_layers(path, "info.gpkg");
    ASSERT_EQ(layers.size(), 2U);
    EXPECT_EQ(layers[0].name, "desa");
    EXPECT_EQ(layers[0].geometry, "Polygon");
    EXPECT_EQ(layers[0].features, 2);
    EXPECT_EQ(layers[0].crs, "EPSG:32748 (WGS 84 / UTM zone 48S)");
    ASSERT_EQ(layers[0].fields.size(), 2U);
    EXPECT_EQ(layers[0].fields[1].name, "luas");
    EXPECT_EQ(layers[0].fields[1].type, "Real");
    EXPECT_EQ(layers[1].geometry, "None");
    EXPECT_EQ(layers[1].features, 0);
    EXPECT_EQ(layers[1].crs, "no CRS");
}

}  // namespace
}  // namespace papar
