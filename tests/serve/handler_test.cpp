#include "engine/serve/handler.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"
#include "engine/serve/served_file.hpp"
#include "engine/tiles/gzip.hpp"

#include "tests/serve/small_archives.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace papar {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
using test::facts_of;
using test::ScratchFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const Response& response) {
    if (!response.file) {
        return {reinterpret_cast<const char*>(response.body.bytes.data()), response.body.bytes.size()};
    }
    std::string text(response.file->bytes, '\0');
    EXPECT_TRUE(response.file->file->read(response.file->offset, std::as_writable_bytes(std::span(text))));
    return text;
}

const std::string written = "http://peta.example:81";

// A result's folder: images banjir (zooms 1 to 3, without 3/0/0), vector tiles wilayah, the folder lereng with large
// tiles, and the documents beside them.
class HandlerTest : public testing::Test {
protected:
    void SetUp() override {
        const fs::path tiles = folder / "hasil/tiles";
        fs::create_directories(tiles);
        test::write_archive(tiles / "banjir.pmtiles", facts_of("banjir", TileFormat::png, 1, 3), write_pmtiles,
                            [](const Tile& tile) {
                                return tile == Tile{3, 0, 0};
                            });
        test::write_archive(tiles / "wilayah.mbtiles", facts_of("wilayah", TileFormat::mvt, 0, 2), write_mbtiles);
        fs::create_directories(tiles / "lereng/1/0");
        write_file(tiles / "lereng/1/0/0.webp", "small");
        write_file(tiles / "lereng/1/0/0@2x.webp", "large");
        write_file(tiles / "banjir.json", tile_json(facts_of("banjir", TileFormat::png, 1, 3), written).dump());
        write_file(tiles / "style.json", "{\"sources\": {\"banjir\": {\"url\": \"" + written + "/banjir.json\"}}}");
        write_file(tiles / "wmts.xml", "<a href='" + written + "/wmts.xml'/>" + std::string(2000, ' '));
        write_file(tiles / "hasil.json", R"({"zones":{"zona":[{"code":"63.11","name":"B"}]}})");
        write_file(tiles / "banjir.legend.svg", "<svg/>");
        write_file(tiles / "gambar.svg", "other");
        write_file(tiles / "nginx.conf", "secret");
        write_file(folder / "hasil/run.json", "{}");
        settings.sources = {folder / "hasil"};
    }

    Handler& handler() {
        if (!made) made.emplace(settings, [this](const std::string& sentence) { problems.push_back(sentence); });
        return *made;
    }
    Response get(
        std::string_view target, const std::function<void(Request&)>& change = [](Request&) {}) {
        Request request;
        request.target = target;
        request.host = "10.0.0.7:8080";
        change(request);
        return handler().answer(request);
    }
    int status(std::string_view target) { return get(target).status; }

    ScratchFolder folder;
    ServeSettings settings;
    std::optional<Handler> made;
    std::vector<std::string> problems;
};

TEST_F(HandlerTest, ATileAndItsHeaders) {
    const Response response = get("/banjir/3/1/2.png");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(text_of(response), "papar 3/1/2");
    EXPECT_EQ(response.header("Content-Type"), "image/png");
    EXPECT_EQ(response.header("Cache-Control"), "public, max-age=3600");
    EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "*");
    EXPECT_THAT(std::string(response.header("Access-Control-Expose-Headers")), HasSubstr("ETag, Content-Range"));
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Content-Encoding"), "");
    EXPECT_EQ(response.header("ETag").size(), 34U);  // 128 bits in hexadecimal digits, quoted: strong
    EXPECT_NE(get("/banjir/3/2/2.png").header("ETag"), response.header("ETag"));
}

TEST_F(HandlerTest, WhereThereIsNoTile) {
    EXPECT_EQ(status("/banjir/3/0/0.png"), 204);  // in range, without data
    EXPECT_EQ(get("/banjir/3/0/0.png").body_bytes(), 0U);
    for (const char* outside :
         {"/banjir/0/0/0.png", "/banjir/4/0/0.png", "/banjir/3/8/0.png", "/banjir/99/0/0.png", "/banjir/3/1/2.webp",
          "/banjir/3/1/2@2x.png", "/longsor/3/1/2.png", "/banjir/3/1", "/banjir/3/1/2/4.png", "/nginx.conf",
          "/run.json", "/../run.json.txt", "//banjir.json", "/banjir", "/.banjir.pmtiles"}) {
        EXPECT_THAT(status(outside), testing::AnyOf(404, 400)) << outside;
    }
    EXPECT_EQ(status("/banjir/4/0/0.png"), 404);
    EXPECT_EQ(status("/banjir/3/01/2.png"), 400);
    EXPECT_EQ(status("/banjir/+3/1/2.png"), 400);
    EXPECT_EQ(status("/../run.json"), 400);
    EXPECT_EQ(status("/%2e%2e/run.json"), 400);
    EXPECT_EQ(status("/banjir/3/1%2F2.png"), 400);
}

TEST_F(HandlerTest, LargeTiles) {
    EXPECT_EQ(text_of(get("/lereng/1/0/0.webp")), "small");
    EXPECT_EQ(text_of(get("/lereng/1/0/0@2x.webp")), "large");
    EXPECT_EQ(status("/lereng/1/1/1@2x.webp"), 204);
}

TEST_F(HandlerTest, VectorTilesAsTheClientTakesThem) {
    const Response plain = get("/wilayah/2/1/3.mvt");
    EXPECT_EQ(text_of(plain), "papar 2/1/3");
    EXPECT_EQ(plain.header("Content-Encoding"), "");
    EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(plain.header("Content-Type"), "application/vnd.mapbox-vector-tile");
    const Response packed = get("/wilayah/2/1/3.pbf", [](Request& request) { request.accept_encoding = "br, gzip"; });
    EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
    EXPECT_EQ(*gunzip(packed.body.bytes, 100), bytes_of("papar 2/1/3"));
    EXPECT_NE(packed.header("ETag"), plain.header("ETag"));  // other bytes
    const Response image = get("/banjir/3/1/2.png", [](Request& request) { request.accept_encoding = "gzip"; });
    EXPECT_EQ(image.header("Content-Encoding"), "");
}

TEST_F(HandlerTest, Conditions) {
    const std::string tag(get("/banjir/3/1/2.png").header("ETag"));
    const Response same = get("/banjir/3/1/2.png", [&](Request& request) { request.if_none_match = tag; });
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body_bytes(), 0U);
    EXPECT_EQ(same.header("ETag"), tag);
    EXPECT_EQ(same.header("Cache-Control"), "public, max-age=3600");
    EXPECT_EQ(get("/banjir/3/1/2.png", [](Request& request) { request.if_none_match = "\"x\""; }).status, 200);
    EXPECT_EQ(get("/banjir/3/1/2.png", [](Request& request) { request.if_match = "\"x\""; }).status, 412);
    EXPECT_EQ(get("/banjir/3/1/2.png", [&](Request& request) { request.if_match = tag; }).status, 200);
}

TEST_F(HandlerTest, AWholeArchiveByRange) {
    const std::string all = read_back(folder / "hasil/tiles/banjir.pmtiles");
    const Response whole = get("/banjir.pmtiles", [](Request& request) { request.accept_encoding = "gzip"; });
    EXPECT_EQ(text_of(whole), all);
    EXPECT_EQ(whole.header("Content-Type"), "application/vnd.pmtiles");
    EXPECT_EQ(whole.header("Accept-Ranges"), "bytes");
    EXPECT_EQ(whole.header("Content-Encoding"), "");
    const std::string tag(whole.header("ETag"));
    const auto range = [&](
                           std::string_view text, const std::function<void(Request&)>& change = [](Request&) {}) {
        return get("/banjir.pmtiles", [&](Request& request) {
            request.range = text;
            change(request);
        });
    };
    const Response part = range("bytes=0-6");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(text_of(part), "PMTiles");
    EXPECT_EQ(part.header("Content-Range"), "bytes 0-6/" + std::to_string(all.size()));
    EXPECT_EQ(text_of(range("bytes=-5")), all.substr(all.size() - 5));
    const Response beyond = range("bytes=" + std::to_string(all.size()) + "-");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("Content-Range"), "bytes */" + std::to_string(all.size()));
    EXPECT_EQ(range("bytes=0-1,4-5").status, 200);  // several parts: whole, as a server may
    EXPECT_EQ(range("bytes=0-6", [](Request& request) { request.if_match = "\"x\""; }).status, 412);
    EXPECT_EQ(range("bytes=0-6", [&](Request& request) { request.if_match = tag; }).status, 206);
    EXPECT_EQ(range("bytes=0-6", [&](Request& request) { request.if_range = tag; }).status, 206);
    EXPECT_EQ(range("bytes=0-6", [](Request& request) { request.if_range = "\"x\""; }).status, 200);
    EXPECT_EQ(range("bytes=0-6", [](Request& request) { request.method = "HEAD"; }).status, 200);
    EXPECT_EQ(status("/wilayah.mbtiles"), 200);
}

TEST_F(HandlerTest, Methods) {
    const auto method = [&](std::string_view name) {
        return get("/banjir/3/1/2.png", [&](Request& request) { request.method = name; });
    };
    EXPECT_EQ(method("HEAD").status, 200);
    EXPECT_EQ(method("HEAD").body_bytes(), 11U);  // the length of what GET sends
    const Response preflight = method("OPTIONS");
    EXPECT_EQ(preflight.status, 204);
    EXPECT_EQ(preflight.header("Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
    EXPECT_THAT(std::string(preflight.header("Access-Control-Allow-Headers")), HasSubstr("Range, If-Match"));
    for (const char* other : {"POST", "PUT", "DELETE", "TRACE", "get"}) {
        EXPECT_EQ(method(other).status, 405) << other;
        EXPECT_EQ(method(other).header("Allow"), "GET, HEAD, OPTIONS");
    }
}

TEST_F(HandlerTest, LegendsArePictures) {
    const Response legend = get("/banjir.legend.svg?REQUEST=GetLegendGraphic&FORMAT=image/png");  // as QGIS asks
    EXPECT_EQ(legend.status, 200);
    EXPECT_EQ(text_of(legend), "<svg/>");
    EXPECT_THAT(legend.headers, testing::Contains(testing::Pair("Content-Type", "image/svg+xml")));
    EXPECT_EQ(status("/gambar.svg"), 404);
}

TEST_F(HandlerTest, AddressesAreThoseOfThisServer) {
    const auto json = nlohmann::json::parse(text_of(get("/banjir.json")));
    EXPECT_EQ(json["tiles"][0], "http://10.0.0.7:8080/banjir/{z}/{x}/{y}.png");
    EXPECT_EQ(json["name"], "Kelas bahaya: banjir");
    const auto made_json = nlohmann::json::parse(text_of(get("/wilayah.json")));
    EXPECT_EQ(made_json["tiles"][0], "http://10.0.0.7:8080/wilayah/{z}/{x}/{y}.mvt");
    EXPECT_EQ(made_json["vector_layers"][0]["id"], "zona");
    EXPECT_THAT(text_of(get("/style.json")), HasSubstr("\"http://10.0.0.7:8080/banjir.json\""));
    EXPECT_THAT(text_of(get("/wmts.xml")), HasSubstr("'http://10.0.0.7:8080/wmts.xml'"));
    EXPECT_THAT(text_of(get("/wmts.xml", [](Request& request) { request.host = "b"; })),
                HasSubstr("'http://b/wmts.xml'"));
    EXPECT_EQ(get("/style.json", [](Request& request) { request.host = "a\"b"; }).status, 400);
}

TEST_F(HandlerTest, ThePublicUrlGoesBefore) {
    settings.public_url = "https://peta.example.go.id/krb";
    EXPECT_THAT(text_of(get("/style.json")), HasSubstr("\"https://peta.example.go.id/krb/banjir.json\""));
    EXPECT_THAT(text_of(get("/wilayah.json")), HasSubstr("https://peta.example.go.id/krb/wilayah/{z}/{x}/{y}.mvt"));
}

TEST_F(HandlerTest, LongTextsArePackedOnRequest) {
    const Response packed = get("/wmts.xml", [](Request& request) { request.accept_encoding = "gzip"; });
    EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
    EXPECT_EQ(packed.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(*gunzip(packed.body.bytes, 5000), bytes_of(text_of(get("/wmts.xml"))));
    EXPECT_EQ(get("/wmts.xml",
                  [&](Request& request) {
                      request.accept_encoding = "gzip";
                      request.if_none_match = packed.header("ETag");
                  })
                  .status,
              304);
}

TEST_F(HandlerTest, OneZone) {
    EXPECT_EQ(text_of(get("/zona/zona/63.11.json")), R"({"code":"63.11","name":"B"})");
    EXPECT_EQ(text_of(get("/zona/zona.json")), R"({"layer":"zona","zones":[{"code":"63.11","name":"B"}]})");
    for (const char* none : {"/zona/zona/63.12.json", "/zona/desa.json", "/zona/zona/63.11", "/zona/zona", "/zona"}) {
        EXPECT_EQ(status(none), 404) << none;
    }
    write_file(folder / "hasil/tiles/b", R"({"zones":{"zona":[{"code":"63.12"}]}})");
    fs::rename(folder / "hasil/tiles/b", folder / "hasil/tiles/hasil.json");
    EXPECT_EQ(status("/zona/zona/63.11.json"), 404);
    EXPECT_EQ(status("/zona/zona/63.12.json"), 200);
}

TEST_F(HandlerTest, AReplacedArchiveIsNoticed) {
    const fs::path file = folder / "hasil/tiles/banjir.pmtiles";
    const std::string tile_tag(get("/banjir/1/0/0.png").header("ETag"));
    const Response old = get("/banjir.pmtiles");
    const std::string old_bytes = read_back(file);
    test::write_archive(file, facts_of("banjir", TileFormat::webp, 0, 1), write_pmtiles);
    EXPECT_EQ(status("/banjir/1/0/0.png"), 404);
    EXPECT_EQ(text_of(get("/banjir/0/0/0.webp")), "papar 0/0/0");
    EXPECT_THAT(text_of(get("/banjir.json")), HasSubstr("{y}.webp"));
    EXPECT_EQ(text_of(old), old_bytes);  // what is being sent stays what it was
    EXPECT_EQ(get("/banjir.pmtiles", [&](Request& request) { request.if_match = old.header("ETag"); }).status, 412);

    write_file(file, "half an archive");
    EXPECT_EQ(status("/banjir/0/0/0.webp"), 503);
    EXPECT_EQ(status("/banjir/0/0/0.webp"), 503);
    fs::remove(file);
    EXPECT_EQ(status("/banjir/0/0/0.webp"), 503);
    EXPECT_THAT(problems, ElementsAre(HasSubstr("banjir.pmtiles: neither PMTiles nor MBTiles"),
                                      HasSubstr("banjir.pmtiles: is not there any more")));
    EXPECT_EQ(status("/wilayah/2/1/3.mvt"), 200);
}

TEST_F(HandlerTest, ALinkOutOfTheFolderIsNotFollowed) {
    write_file(folder / "secret.json", "secret");
    EXPECT_EQ(status("/style.json"), 200);
    fs::remove(folder / "hasil/tiles/style.json");
    fs::create_symlink(folder / "secret.json", folder / "hasil/tiles/style.json");
    EXPECT_EQ(status("/style.json"), 404);
    made.reset();
    EXPECT_THROW(handler(), Error);  // and said at once when the server begins
}

TEST_F(HandlerTest, TheViewer) {
    const auto page = gzip(bytes_of("<html>"), gzip_once_level);
    const std::vector<ViewerFile> files = {{"index.html", "text/html; charset=utf-8", page},
                                           {"viewer/x.js", "text/javascript", page}};
    settings.viewer = files;
    const Response index = get("/");
    EXPECT_EQ(text_of(index), "<html>");
    EXPECT_THAT(std::string(index.header("Content-Security-Policy")), HasSubstr("worker-src blob:"));
    EXPECT_THAT(std::string(index.header("Content-Security-Policy")), Not(HasSubstr("http")));
    EXPECT_EQ(get("/index.html", [](Request& request) { request.accept_encoding = "gzip"; }).header("Content-Encoding"),
              "gzip");
    EXPECT_EQ(get("/viewer/x.js").header("Content-Type"), "text/javascript");
    EXPECT_EQ(status("/viewer/y.js"), 404);
}

TEST_F(HandlerTest, AnotherViewerFromAFolder) {
    fs::create_directories(folder / "peramban/a");
    settings.viewer_folder = folder / "peramban";
    EXPECT_THROW(handler(), Error);  // no index.html
    write_file(folder / "peramban/index.html", "<p>");
    write_file(folder / "peramban/a/b.css", "p {}");
    EXPECT_EQ(text_of(get("/")), "<p>");
    EXPECT_EQ(get("/a/b.css").header("Content-Type"), "text/css; charset=utf-8");
}

TEST_F(HandlerTest, WithoutAViewerAListOfTheTiles) {
    const std::string page = text_of(get("/"));
    for (const char* each : {"banjir.json", "banjir.pmtiles", "wilayah.mbtiles", "lereng.json"}) {
        EXPECT_THAT(page, HasSubstr(each));
    }
}

TEST_F(HandlerTest, SingleArchives) {
    settings.sources = {folder / "hasil/tiles/wilayah.mbtiles", folder / "hasil/tiles/lereng"};
    EXPECT_EQ(status("/wilayah/2/1/3.mvt"), 200);
    EXPECT_EQ(status("/lereng/1/0/0.webp"), 200);
    EXPECT_EQ(status("/banjir/3/1/2.png"), 404);
    EXPECT_EQ(status("/hasil.json"), 404);
    EXPECT_EQ(handler().tilesets(), 2U);
}

TEST_F(HandlerTest, WhatCannotBeServedIsNamed) {
    const auto sentence = [&](const std::vector<fs::path>& sources) -> std::string {
        settings.sources = sources;
        try {
            const Handler refused(settings, {});
        } catch (const Error& problem) {
            return problem.what();
        }
        return "";
    };
    fs::create_directories(folder / "kosong");
    EXPECT_THAT(sentence({folder / "kosong"}), HasSubstr("kosong: there are no map tiles in it"));
    EXPECT_THAT(sentence({folder / "none"}), HasSubstr("none: cannot be found or read"));
    fs::create_directories(folder / "lain");
    write_file(folder / "lain/banjir.pmtiles", "x");
    EXPECT_THAT(sentence({folder / "lain"}), HasSubstr("banjir.pmtiles: neither PMTiles nor MBTiles"));
    EXPECT_THAT(sentence({folder / "hasil", folder / "lain"}), HasSubstr("have the same name"));
}

}  // namespace
}  // namespace papar
