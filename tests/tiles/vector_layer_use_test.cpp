// Tiles whose layers and fields are others than the archive's metadata says.
#include "engine/tiles/vector_layer_use.hpp"

#include "engine/tiles/archives.hpp"
#include "engine/tiles/gzip.hpp"
#include "engine/tiles/mvt_encode.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<GridRing> point = {{{5, 5}}};

// One point with all the layer's fields.
struct PointLayer {
    std::string name;
    std::vector<std::string> keys;
    std::vector<TagValue> values;
    std::vector<MvtTag> tags;
};

PointLayer layer_of(const std::string& name, const std::vector<std::pair<std::string, TagValue>>& fields) {
    PointLayer layer{name, {}, {}, {}};
    for (const auto& [key, value] : fields) {
        const auto place = static_cast<std::uint32_t>(layer.keys.size());
        layer.tags.push_back({place, place});
        layer.keys.push_back(key);
        layer.values.push_back(value);
    }
    return layer;
}

std::vector<std::byte> tile_of_layers(const std::vector<PointLayer>& layers) {
    std::vector<MvtLayer> written;
    for (const PointLayer& layer : layers) {
        written.push_back({layer.name, layer.keys, layer.values, {{1, MvtGeometry::points, point, layer.tags}}});
    }
    const std::string bytes = encode_mvt(written);
    return gzip(std::as_bytes(std::span(bytes)), gzip_tiles_level);
}

constexpr Tile tile{4, 12, 8};

std::vector<std::string> defects_of(const std::vector<PointLayer>& layers, const std::string& metadata) {
    VectorLayerUse use;
    use.add(tile, tile_of_layers(layers));
    return use.defects(metadata);
}

const std::string declared =
    R"({"vector_layers": [{"id": "zona", "description": "Desa", "fields": {"nama": "String", "penduduk": "Number"}}]})";

TEST(VectorLayerUse, NothingIsWrongWithWhatIsDeclared) {
    EXPECT_THAT(defects_of({layer_of("zona", {{"nama", "A"}, {"penduduk", 5.5}})}, declared), IsEmpty());
    EXPECT_THAT(defects_of({layer_of("zona", {{"penduduk", std::int64_t{-5}}})}, declared), IsEmpty());
    EXPECT_THAT(defects_of({layer_of("zona", {})}, declared), IsEmpty());
}

TEST(VectorLayerUse, LayersAndFieldsThatAreNotNamed) {
    EXPECT_THAT(defects_of({layer_of("zona", {}), layer_of("jalan", {{"nama", "B"}})}, declared),
                ElementsAre("the metadata's vector_layers has no layer jalan: first in 4/12/8"));
    EXPECT_THAT(defects_of({layer_of("zona", {{"nama", "A"}, {"luas_ha", 1.5}})}, declared),
                ElementsAre("the metadata's layer zona has no field luas_ha: first in 4/12/8"));
    EXPECT_THAT(defects_of({layer_of("zona", {{"nama", "A"}})}, R"({"vector_layers": [{"id": "zona"}]})"),
                ElementsAre("the metadata's layer zona has no field nama: first in 4/12/8"));
}

TEST(VectorLayerUse, FieldsOfAnotherType) {
    EXPECT_THAT(
        defects_of({layer_of("zona", {{"nama", "A"}, {"penduduk", "5"}})}, declared),
        ElementsAre("the metadata says that penduduk of layer zona is a Number, but it is a String: first in 4/12/8"));
    EXPECT_THAT(
        defects_of({layer_of("zona", {{"nama", true}})}, declared),
        ElementsAre("the metadata says that nama of layer zona is a String, but it is a Boolean: first in 4/12/8"));
    // Fields of several types are to be declared as String; other words describe a field.
    VectorLayerUse several;
    several.add(tile, tile_of_layers({layer_of("zona", {{"nama", "A"}})}));
    several.add({4, 12, 9}, tile_of_layers({layer_of("zona", {{"nama", 5.5}})}));
    EXPECT_THAT(several.defects(declared), IsEmpty());
    EXPECT_THAT(
        several.defects(R"({"vector_layers": [{"id": "zona", "fields": {"nama": "Number"}}]})"),
        ElementsAre("the metadata says that nama of layer zona is a Number, but it is a String: first in 4/12/8"));
    EXPECT_THAT(several.defects(R"({"vector_layers": [{"id": "zona", "fields": {"nama": "name of the zone"}}]})"),
                IsEmpty());
}

TEST(VectorLayerUse, IsCheckedInArchives) {
    const test::ScratchFolder folder;
    TileSet tiles(folder.path());
    tiles.add_tile(tile, 0);
    tiles.add_content(0, tile_of_layers({layer_of("zona", {{"nama", "A"}, {"penduduk", "5"}}), layer_of("jalan", {})}));
    tiles.finish();
    TilesetFacts facts;
    facts.name = facts.title = "wilayah";
    facts.bounds = {95, -11, 141, 6};
    facts.min_zoom = facts.max_zoom = 4;
    facts.format = TileFormat::mvt;
    facts.vector_layers = nlohmann::ordered_json::parse(declared)["vector_layers"];
    write_pmtiles(tiles, facts, folder / "a.pmtiles");
    write_mbtiles(tiles, facts, folder / "a.mbtiles");
    for (const char* name : {"a.pmtiles", "a.mbtiles"}) {
        EXPECT_THAT(
            verify_tiles(folder / name).defects,
            ElementsAre("the metadata's vector_layers has no layer jalan: first in 4/12/8",
                        "the metadata says that penduduk of layer zona is a Number, but it is a String: first in "
                        "4/12/8"))
            << name;
    }
}

}  // namespace
}  // namespace papar
