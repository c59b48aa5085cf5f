// The small rules of HTTP and of addresses, one by one.
#include "engine/serve/base_url.hpp"
#include "engine/serve/connections.hpp"
#include "engine/serve/header_values.hpp"
#include "engine/serve/json_parts.hpp"
#include "engine/serve/request_path.hpp"
#include "engine/serve/served_zones.hpp"
#include "engine/serve/tile_address.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace papar {
namespace {

using testing::ElementsAre;

TEST(HeaderValues, Gzip) {
    for (const char* yes : {"gzip", "GZip, br", "br;q=1, gzip;q=0.5", "*", "x-gzip", "deflate,*;q=0.1"}) {
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    }
    for (const char* no : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "gzipped"}) {
        EXPECT_FALSE(accepts_gzip(no)) << no;
    }
    EXPECT_FALSE(accepts_gzip(std::nullopt));
}

TEST(HeaderValues, Tags) {
    EXPECT_TRUE(names_tag("\"a\", \"b\"", "\"b\"", TagComparison::strong));
    EXPECT_TRUE(names_tag("*", "\"b\"", TagComparison::strong));
    EXPECT_TRUE(names_tag("W/\"b\"", "\"b\"", TagComparison::weak));
    EXPECT_FALSE(names_tag("W/\"b\"", "\"b\"", TagComparison::strong));
    EXPECT_FALSE(names_tag("\"bb\"", "\"b\"", TagComparison::weak));
    EXPECT_FALSE(names_tag("", "\"b\"", TagComparison::weak));
}

TEST(HeaderValues, TheTagTellsEveryByte) {
    std::vector<std::byte> bytes(21);
    const std::string tag = entity_tag(bytes);
    EXPECT_EQ(entity_tag(bytes), tag);
    for (std::byte& each : bytes) {
        each = std::byte{1};
        EXPECT_NE(entity_tag(bytes), tag);
        each = std::byte{0};
    }
    bytes.pop_back();
    EXPECT_NE(entity_tag(bytes), tag);
    EXPECT_EQ(entity_tag(bytes, "-plain").substr(33), "-plain\"");  // a quote and 32 digits before
}

TEST(HeaderValues, Ranges) {
    const auto range = [](std::string_view text) -> std::optional<std::pair<std::uint64_t, std::uint64_t>> {
        const auto found = byte_range(text, 1000);
        return found ? std::optional(std::pair(found->first, found->bytes)) : std::nullopt;
    };
    using Part = std::pair<std::uint64_t, std::uint64_t>;
    EXPECT_EQ(range("bytes=0-0"), Part(0, 1));
    EXPECT_EQ(range("bytes=10-19"), Part(10, 10));
    EXPECT_EQ(range("bytes=990-5000"), Part(990, 10));
    EXPECT_EQ(range("bytes=990-99999999999999999999999"), Part(990, 10));
    EXPECT_EQ(range("bytes=999-"), Part(999, 1));
    EXPECT_EQ(range("bytes=-100"), Part(900, 100));
    EXPECT_EQ(range("bytes=-5000"), Part(0, 1000));
    EXPECT_EQ(range("bytes=1000-")->second, 0U);
    EXPECT_EQ(range("bytes=-0")->second, 0U);
    for (const char* ignored : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=0-1,3-4",
                                "lines=0-1", "bytes=+1-2", "bytes=1--2"}) {
        EXPECT_FALSE(range(ignored)) << ignored;
    }
}

TEST(RequestPath, Parts) {
    EXPECT_THAT(*path_parts("/"), ElementsAre());
    EXPECT_THAT(*path_parts("/a/1/2/3.png?v=2"), ElementsAre("a", "1", "2", "3.png"));
    EXPECT_THAT(*path_parts("/Kec.%20Awayan.json"), ElementsAre("Kec. Awayan.json"));
    EXPECT_THAT(*path_parts("http://host:1/a"), ElementsAre("a"));
    EXPECT_THAT(*path_parts("/%2541"), ElementsAre("%41"));  // decoded once
    EXPECT_THAT(*path_parts("//a"), ElementsAre("", "a"));
    for (const char* wrong : {"", "a", "*", "/../a", "/a/..", "/.", "/%2e%2E/a", "/a%2fb", "/a%5cb", "/a%00", "/%",
                              "/%4", "/%zz", "/% 1", "/a%0a"}) {
        EXPECT_FALSE(path_parts(wrong)) << wrong;
    }
    EXPECT_EQ(url_part("Kec. Awayan/1"), "Kec.%20Awayan%2F1");
}

TEST(TileAddressTest, Numbers) {
    const auto found = std::get<TileAddress>(tile_address("3", "0", "7@2x.png"));
    EXPECT_EQ(found.tile, (Tile{3, 0, 7}));
    EXPECT_EQ(found.scale, 2);
    EXPECT_EQ(found.extension, "png");
    using Texts = std::array<const char*, 3>;
    for (const Texts& wrong : {Texts{"+3", "0", "0.png"}, Texts{"03", "0", "0.png"}, Texts{"3", "-1", "0.png"},
                               Texts{"3", "1.5", "0.png"}, Texts{"3", "0", "0"}, Texts{"3", "0", "0."},
                               Texts{"3", "0", ".png"}, Texts{"", "0", "0.png"}, Texts{"3", " 0", "0.png"},
                               Texts{"3", "0", "00.png"}, Texts{"0x3", "0", "0.png"}, Texts{"3", "0", "0@3x.png"}}) {
        EXPECT_EQ(std::get<NoTile>(tile_address(wrong[0], wrong[1], wrong[2])), NoTile::malformed)
            << wrong[0] << wrong[2];
    }
    for (const Texts& outside : {Texts{"3", "8", "0.png"}, Texts{"3", "0", "8.png"}, Texts{"27", "0", "0.png"},
                                 Texts{"18446744073709551619", "0", "0.png"}, Texts{"3", "4294967296", "0.png"}}) {
        EXPECT_EQ(std::get<NoTile>(tile_address(outside[0], outside[1], outside[2])), NoTile::outside) << outside[1];
    }
}

TEST(BaseUrl, IsReplacedWhereItBeginsAnAddress) {
    const std::string json = R"({"tiles": ["http://a:80/banjir/{z}/{x}/{y}.png"]})";
    EXPECT_EQ(base_of_tile_json(json, "banjir"), "http://a:80");
    EXPECT_FALSE(base_of_tile_json(json, "longsor"));
    EXPECT_FALSE(base_of_tile_json("[]", "banjir"));
    EXPECT_FALSE(base_of_tile_json("no JSON", "banjir"));
    EXPECT_EQ(
        with_base(R"("http://a:80/b" "http://a:80" "http://a:808/b" <u>http://a:80</u>)", {"http://a:80"}, "https://c"),
        R"("https://c/b" "https://c" "http://a:808/b" <u>https://c</u>)");
    EXPECT_THAT(with_tiles_url(json, "u"), testing::HasSubstr("\"u\""));
    EXPECT_EQ(with_tiles_url("[1]", "u"), "[1]");
}

TEST(BaseUrl, Hosts) {
    for (const char* yes : {"localhost", "10.0.0.1:8080", "[::1]:80", "peta.bpbd-contoh.go.id"})
        EXPECT_TRUE(is_host(yes));
    for (const char* no : {"", "a b", "a/b", "a\"b", "a<b", "a@b"}) EXPECT_FALSE(is_host(no)) << no;
    EXPECT_FALSE(is_host(std::string(256, 'a')));
}

TEST(JsonParts, WhereTheyStand) {
    std::string seen;
    each_member(
        R"( {"a" : [1, {"b":"]}\""}], "c\u0041":"x\\" ,"d":-1.5e3, "e":null,"f":{}} )",
        [&](const std::string& name, std::string_view value) { seen += name + "=" + std::string(value) + ";"; });
    EXPECT_EQ(seen, R"(a=[1, {"b":"]}\""}];cA="x\\";d=-1.5e3;e=null;f={};)");
    seen.clear();
    each_element(R"([ [1,2] ,"a,b", true,{} ])", [&](std::string_view value) { seen += std::string(value) + ";"; });
    EXPECT_EQ(seen, R"([1,2];"a,b";true;{};)");
    each_element("{}", [](std::string_view) { FAIL(); });
    each_element("[]", [](std::string_view) { FAIL(); });
    EXPECT_EQ(string_value(R"("\u00e9\n")"), "é\n");
    EXPECT_EQ(string_value("5"), "");
}

TEST(ResultZonesTest, ByLayerAndCode) {
    const std::string text = R"({"format":"papar-hasil/2","zones":{"zona":[{"code":"63.11","name":"B","people":1.50},
        {"name":"A","code":"63.02"}],"zona_kecamatan":[]},"total":{"code":"x"}})";
    const ServedZones zones(std::make_shared<const std::string>(text));
    EXPECT_EQ(zones.zone("zona", "63.11"), R"({"code":"63.11","name":"B","people":1.50})");
    EXPECT_EQ(zones.zone("zona", "63.12"), std::nullopt);
    EXPECT_EQ(zones.zone("total", "x"), std::nullopt);
    EXPECT_EQ(zones.list("zona"),
              R"({"layer":"zona","zones":[{"code":"63.02","name":"A"},{"code":"63.11","name":"B"}]})");
    EXPECT_EQ(zones.list("desa"), std::nullopt);
    EXPECT_EQ(ServedZones(std::make_shared<const std::string>("{\"zones\"")).list("zona"), std::nullopt);
}

struct Client : Connection {
    explicit Client(Connections& all) : place(std::in_place, all, *this) {}
    void cut() override {
        place->is_busy();
        was_cut = true;
    }
    std::optional<Connections::Place> place;
    bool was_cut = false;
};

TEST(ConnectionsTest, TheOneThatWaitsLongestMakesRoom) {
    Connections all;
    Client a(all);
    Client b(all);
    Client c(all);
    EXPECT_EQ(all.count(), 3U);
    EXPECT_FALSE(all.cut_one());  // all are being answered
    b.place->waits();
    a.place->waits();
    b.place->is_busy();
    b.place->waits();  // now after a
    EXPECT_TRUE(all.cut_one());
    EXPECT_TRUE(a.was_cut);
    EXPECT_FALSE(b.was_cut);
    all.cut_waiting();
    EXPECT_TRUE(b.was_cut);
    EXPECT_FALSE(c.was_cut);
    c.place.reset();
    EXPECT_EQ(all.count(), 2U);
}

}  // namespace
}  // namespace papar
