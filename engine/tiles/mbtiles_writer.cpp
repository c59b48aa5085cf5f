// The database of github.com/mapbox/mbtiles-spec, 1.3.
#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/sqlite_handle.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/unfinished.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace papar {

namespace {

// A new database. Every member throws Error(output) with SQLite's reason.
class NewDatabase {
public:
    using Statement = SqliteStatement;

    explicit NewDatabase(const std::filesystem::path& path) : name_(path.string()) {
        sqlite3* file = nullptr;
        const int code = sqlite3_open_v2(name_.c_str(), &file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        file_.reset(file);
        check(code == SQLITE_OK);
    }

    void check(bool good) const {
        if (!good) {
            throw error(ErrorKind::output, "{}: could not be written ({})", name_, sqlite3_errmsg(file_.get()));
        }
    }
    void execute(const char* statements) {
        check(sqlite3_exec(file_.get(), statements, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    [[nodiscard]] Statement prepared(const char* text) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(file_.get(), text, -1, &statement, nullptr) == SQLITE_OK);
        return Statement(statement);
    }
    void run(const Statement& statement) {
        check(sqlite3_step(statement.get()) == SQLITE_DONE && sqlite3_reset(statement.get()) == SQLITE_OK);
    }

private:
    std::string name_;
    SqliteHandle file_;
};

// application_id is "MPBX". Without a journal: until it is whole the file has another name.
constexpr const char* schema = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA application_id = 0x4d504258;
BEGIN;
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE images (tile_id INTEGER PRIMARY KEY, tile_data BLOB NOT NULL);
CREATE TABLE map (zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL,
                  tile_id INTEGER NOT NULL);
CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row,
                            images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id;
)";

std::vector<std::pair<std::string, std::string>> metadata_rows(const TilesetFacts& facts) {
    const LonLatBox& box = facts.bounds;
    const MapCentre centre = centre_of(facts);
    const Json common = common_metadata(facts);
    std::vector<std::pair<std::string, std::string>> rows = {
        {"name", facts.title},
        {"format", std::string(words_of(facts.format).mbtiles)},
        {"bounds", fmt::format("{:.7f},{:.7f},{:.7f},{:.7f}", box.west, box.south, box.east, box.north)},
        {"center", fmt::format("{:.7f},{:.7f},{}", centre.at.lon, centre.at.lat, centre.zoom)},
        {"minzoom", std::to_string(facts.min_zoom)},
        {"maxzoom", std::to_string(facts.max_zoom)},
        {"attribution", html_text(facts.attribution)},
        {"description", description_of(facts)},
        {"type", common["type"]},
        {"version", "1"}};  // a plain number here
    if (facts.format == TileFormat::mvt) {
        rows.emplace_back("json", json_line({{"vector_layers", facts.vector_layers}}));
    }
    for (const char* name : {"tileSize", "classes", "encoding", "findings"}) {
        if (common.contains(name)) rows.emplace_back(name, json_line(common[name]));
    }
    return rows;
}

void write_metadata(NewDatabase& file, const TilesetFacts& facts) {
    const NewDatabase::Statement row = file.prepared("INSERT INTO metadata VALUES (?, ?)");
    for (const auto& [name, value] : metadata_rows(facts)) {
        sqlite3_bind_text(row.get(), 1, name.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(row.get(), 2, value.c_str(), -1, SQLITE_STATIC);
        file.run(row);
    }
}

void write_tiles(NewDatabase& file, const TileSet& tiles) {
    const NewDatabase::Statement image = file.prepared("INSERT INTO images VALUES (?, ?)");
    for (std::uint32_t content = 0; content < tiles.contents(); ++content) {
        const TileBytes bytes = tiles.content(content);
        sqlite3_bind_int64(image.get(), 1, content);
        sqlite3_bind_blob(image.get(), 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
        file.run(image);
    }
    const NewDatabase::Statement place = file.prepared("INSERT INTO map VALUES (?, ?, ?, ?)");
    for (const StoredTile& stored : tiles.tiles()) {
        const Tile tile = tile_of(stored.id);
        sqlite3_bind_int(place.get(), 1, tile.zoom);
        sqlite3_bind_int64(place.get(), 2, tile.x);
        sqlite3_bind_int64(place.get(), 3, (std::int64_t{1} << tile.zoom) - 1 - tile.y);  // TMS: row 0 in the south
        sqlite3_bind_int64(place.get(), 4, stored.content);
        file.run(place);
    }
}

}  // namespace

void write_mbtiles(const TileSet& tiles, const TilesetFacts& facts, const std::filesystem::path& path) {
    Unfinished part(path);
    {
        NewDatabase file(part.path());
        file.execute(schema);
        write_metadata(file, facts);
        write_tiles(file, tiles);
        file.execute(
            "CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row); COMMIT; PRAGMA optimize;");
    }
    part.put_in_place();
}

}  // namespace papar
