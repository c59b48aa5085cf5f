#include "engine/tiles/companions.hpp"

#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/legend_picture.hpp"
#include "engine/tiles/nginx_snippet.hpp"
#include "engine/tiles/unfinished.hpp"
#include "engine/tiles/web_style.hpp"
#include "engine/tiles/wmts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace papar {

namespace {

namespace fs = std::filesystem;

void write_whole(const fs::path& path, const std::string& text) {
    Unfinished part(path);
    write_file(part.path(), text);
    part.put_in_place();
}

}  // namespace

std::vector<PublishedTiles> published_tiles(const fs::path& folder) {
    std::vector<PublishedTiles> tiles;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        Json json = Json::parse(read_back(entry.path()), nullptr, false);
        if (json.is_object() && json.contains("tilejson") && json.contains("tiles")) {
            tiles.push_back({entry.path().stem().string(), std::move(json)});
        }
    }
    std::ranges::sort(tiles, {}, &PublishedTiles::name);
    return tiles;
}

void write_companions(const fs::path& result, const ResultWords& words, const std::string& url) {
    const fs::path folder = result / tiles_folder;
    const std::vector<PublishedTiles> tiles = published_tiles(folder);
    SqliteFile tables(result / geopackage_file, SqliteFile::Access::read);
    const auto highest = [&](const std::string& layer, const std::string& column) {
        const std::string text =
            tables.first_value(fmt::format("SELECT max({}) FROM {}", sql_name(column), sql_name(layer)));
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    write_whole(folder / "style.json", json_page(web_style(words, tiles, url, highest)));
    if (!std::ranges::all_of(tiles, &PublishedTiles::vectors)) {
        write_whole(folder / "wmts.xml", wmts_capabilities(words, tiles, url));
    }
    for (const PublishedTiles& each : tiles) {
        if (has_legend(each)) write_whole(folder / (each.name + legend_suffix), legend_svg(each));
    }
    write_whole(folder / "nginx.conf", nginx_snippet(url));
}

}  // namespace papar
