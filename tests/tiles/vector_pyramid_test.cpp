#include "engine/tiles/vector_pyramid.hpp"

#include "engine/base/error.hpp"

#include "tests/support/mesh.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/unit_shapes.hpp"
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>
#include <tbb/global_control.h>

#include <fstream>
#include <map>

namespace papar {
namespace {

using testing::ElementsAre;

using Tiles = std::map<Tile, std::string>;

// A mesh of n x n zones round (107 E, 7 S), with a code, a class that is unknown every third row, and people.
struct Sample {
    explicit Sample(int n) {
        test::Random random(11);
        const test::Mesh mesh(Grid{106, -6, 0.02, 0.02, 100, 100}, n, random);
        for (int i = 0; i < n * n; ++i) {
            shapes.push_back(mesh.quad(i % n, i / n, i % 2 == 0));
        }
        table.name = "kecamatan";
        table.rows = shapes.size();
        const auto add = [&](const char* name, ColumnType type, std::function<Value(std::size_t)> value) {
            table.columns.push_back({name, type, "", name, name, std::move(value)});
        };
        add("kode", ColumnType::text, [](std::size_t row) { return "31.74." + std::to_string(100 + row); });
        add("kelas", ColumnType::integer,
            [](std::size_t row) { return row % 3 == 2 ? Value{} : Value{static_cast<std::int64_t>(row % 3) - 1}; });
        add("jiwa", ColumnType::real, [](std::size_t row) { return 1.5 * static_cast<double>(row); });
        layer.id = "kecamatan";
        layer.title = "Kecamatan";
        layer.min_zoom = 6;
        layer.max_zoom = 8;
        layer.attributes = &table;
        layer.label_columns = {"kode"};
        for (std::size_t row = 0; row < shapes.size(); ++row) {
            layer.shapes.push_back(&shapes[row]);
            layer.ids.push_back(feature_id("31.74." + std::to_string(100 + row)));
        }
        layer.label_places = label_places(layer.shapes);
    }
    [[nodiscard]] Tiles tiles(VectorPyramidReport* report = nullptr, std::size_t most_bytes = 500'000) const {
        Tiles result;
        VectorPyramidSettings settings;
        settings.most_bytes = most_bytes;
        const auto r = write_vector_pyramid({layer}, settings, [&](const Tile& tile, const TileBytes& bytes) {
            EXPECT_TRUE(
                result.emplace(tile, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())).second);
        });
        if (report != nullptr) {
            *report = r;
        }
        return result;
    }

    std::vector<Shape> shapes;
    Table table;
    VectorLayer layer;
};

TEST(VectorPyramid, SameBytesForAnyNumberOfThreads) {
    const Sample sample(9);
    VectorPyramidReport report;
    const Tiles several = sample.tiles(&report);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    EXPECT_EQ(sample.tiles(), several);
    ASSERT_EQ(report.zooms.size(), 3U);
    std::size_t tiles = 0;
    for (const auto& zoom : report.zooms) {
        tiles += zoom.tiles;
        EXPECT_EQ(zoom.collapsed_features + zoom.dropped_polygons + zoom.stray_holes, 0U);
    }
    EXPECT_EQ(tiles, several.size());
    EXPECT_TRUE(pyramid_findings(report).empty());
}

TEST(VectorPyramid, SaysWhatItDrops) {
    const Sample sample(9);
    VectorPyramidReport report;
    for (const auto& [tile, bytes] : sample.tiles(&report, 2000)) {
        EXPECT_LE(bytes.size(), 2000U);
    }
    EXPECT_GT(report.zooms[0].dropped_polygons, 0U);
    EXPECT_GT(report.zooms[0].dropping_tiles, 0U);
    const Findings findings = pyramid_findings(report);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].id, "tiles.dropped");
}

TEST(VectorPyramid, CollapsedFeaturesKeepTheirLabel) {
    // A square of 1e-4 degrees at zoom 2: a unit is 360 / 2^14 = 0.02 degrees.
    Sample sample(1);
    sample.shapes[0] = test::shape_of({{test::rectangle(107.00101, -7, 107.00111, -6.9999)}});
    sample.layer.min_zoom = sample.layer.max_zoom = 2;
    sample.layer.label_places = label_places(sample.layer.shapes);
    VectorPyramidReport report;
    EXPECT_EQ(sample.tiles(&report).size(), 1U);
    EXPECT_EQ(report.zooms[0].collapsed_features, 1U);
    EXPECT_EQ(report.zooms[0].collapsed_rings, 1U);
    EXPECT_EQ(pyramid_findings(report).at(0).id, "tiles.collapsed");
}

TEST(VectorPyramid, GdalReadsTheTilesBack) {
    const Sample sample(5);
    const test::ScratchFolder folder;
    GDALAllRegister();
    std::map<std::int64_t, int> labels;
    for (const auto& [tile, bytes] : sample.tiles()) {
        const auto [z, x, y] = tile;
        if (z != 6) {
            continue;
        }
        const std::string name =
            (folder.path() / (std::to_string(z) + "-" + std::to_string(x) + "-" + std::to_string(y) + ".mvt")).string();
        std::ofstream(name, std::ios::binary) << bytes;
        const char* const drivers[] = {"MVT", nullptr};
        const std::string clip = "CLIP=NO";
        const char* const options[] = {clip.c_str(), nullptr};
        GDALDataset* dataset = GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR, drivers, options, nullptr);
        ASSERT_NE(dataset, nullptr) << name;
        for (auto&& layer : dataset->GetLayers()) {
            for (auto&& feature : layer) {
                const std::string code = feature->GetFieldAsString("kode");
                const auto row = static_cast<std::size_t>(std::stoi(code.substr(6)) - 100);
                const std::int64_t id = feature->GetFieldAsInteger64("mvt_id");
                EXPECT_EQ(id, static_cast<std::int64_t>(3174000 + 100 + row));  // the code's digits
                if (std::string(layer->GetName()) == "kecamatan_label") {
                    ++labels[id];
                    continue;
                }
                EXPECT_STREQ(layer->GetName(), "kecamatan");
                EXPECT_TRUE(feature->GetGeometryRef()->IsValid());
                EXPECT_EQ(feature->IsFieldSetAndNotNull(feature->GetFieldIndex("kelas")), row % 3 != 2);
                if (row % 3 != 2) {
                    EXPECT_EQ(feature->GetFieldAsInteger("kelas"), static_cast<int>(row % 3) - 1);
                }
                EXPECT_EQ(feature->GetFieldAsDouble("jiwa"), 1.5 * static_cast<double>(row));
            }
        }
        GDALClose(dataset);
    }
    EXPECT_EQ(labels.size(), 25U);
    for (const auto& [id, count] : labels) {
        EXPECT_EQ(count, 1) << id;  // each in one tile
    }
}

TEST(VectorLayer, IdsComeFromCodes) {
    EXPECT_EQ(feature_id("31.74.06"), 317406U);
    EXPECT_EQ(feature_id("3174060"), 3174060U);
    EXPECT_GE(feature_id("A1"), std::uint64_t{1} << 52U);
    EXPECT_LT(feature_id("A1"), std::uint64_t{1} << 53U);
    EXPECT_NE(feature_id("A1"), feature_id("A2"));
    EXPECT_GE(feature_id(""), std::uint64_t{1} << 52U);
    EXPECT_GE(feature_id("99999999999999999999"), std::uint64_t{1} << 52U);  // too long for a number
}

TEST(VectorLayer, DescribesItsFields) {
    const Sample sample(1);
    const auto json = vector_layers_json({sample.layer});
    ASSERT_EQ(json.size(), 2U);
    EXPECT_EQ(json[0]["id"], "kecamatan");
    EXPECT_EQ(json[0]["minzoom"], 6);
    EXPECT_EQ(json[0]["fields"]["jiwa"], "Number");
    EXPECT_EQ(json[1]["id"], "kecamatan_label");
    EXPECT_EQ(json[1]["fields"], nlohmann::ordered_json({{"kode", "String"}}));
}

TEST(VectorPyramid, RefusesLayersThatDoNotFit) {
    const auto refused = [](const std::vector<VectorLayer>& layers) {
        EXPECT_THROW(write_vector_pyramid(layers, {}, [](const Tile&, const TileBytes&) {}), Error);
    };
    const Sample sample(2);
    refused({sample.layer, sample.layer});
    VectorLayer layer = sample.layer;
    layer.max_zoom = 17;
    refused({layer});
    layer = sample.layer;
    layer.ids.pop_back();
    refused({layer});
    layer = sample.layer;
    layer.ids[1] = layer.ids[0];
    refused({layer});
}

}  // namespace
}  // namespace papar
