// Reads github.com/mapbox/mbtiles-spec, 1.3.
#include "engine/base/error.hpp"
#include "engine/output/sqlite_handle.hpp"
#include "engine/tiles/tile_archive.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <cstring>
#include <string>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

using Statement = SqliteStatement;

// As a URI that SQLite opens without locks and without a look at journals: nobody changes a finished archive in place.
std::string immutable_uri(const std::filesystem::path& path) {
    std::string uri = "file:";
    for (const char c : path.string()) {
        uri += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02x}", c) : std::string(1, c);
    }
    return uri + "?immutable=1";
}

class Database {
public:
    explicit Database(const std::filesystem::path& path) : name_(path.string()) {
        sqlite3* file = nullptr;
        const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
        const int code = sqlite3_open_v2(immutable_uri(path).c_str(), &file, flags, nullptr);
        file_.reset(file);
        if (code != SQLITE_OK) throw failure();
    }

    [[nodiscard]] Error failure() const {
        return error(ErrorKind::input, "{}: no readable MBTiles ({}); fetch or make the archive anew", name_,
                     sqlite3_errmsg(file_.get()));
    }
    [[nodiscard]] Error defect(const char* what) const {
        return error(ErrorKind::input, "{}: no MBTiles that papar can read: {}", name_, what);
    }
    [[nodiscard]] Statement prepared(const char* text) const {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(file_.get(), text, -1, &statement, nullptr) != SQLITE_OK) throw failure();
        return Statement(statement);
    }
    // Whether there is a (further) row.
    [[nodiscard]] bool step(const Statement& statement) const {
        const int code = sqlite3_step(statement.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) throw failure();
        return code == SQLITE_ROW;
    }

private:
    std::string name_;
    SqliteHandle file_;
};

std::string text_of(const Statement& row, int column) {
    const unsigned char* text = sqlite3_column_text(row.get(), column);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::vector<std::byte> blob_of(const Statement& row, int column) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column)));
    if (!bytes.empty()) std::memcpy(bytes.data(), sqlite3_column_blob(row.get(), column), bytes.size());
    return bytes;
}

std::string text_under(const Json& metadata, const char* key) {
    const auto found = metadata.find(key);
    return found != metadata.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json metadata_of(const Database& file) {
    Json metadata = Json::object();
    const Statement rows = file.prepared("SELECT name, value FROM metadata");
    while (file.step(rows)) metadata[text_of(rows, 0)] = text_of(rows, 1);
    unfold_json(metadata);
    return metadata;
}

// Not every writer names the format: then the first tile tells.
std::optional<TileFormatWords> format_of_first_tile(const Database& file) {
    const Statement row = file.prepared("SELECT tile_data FROM tiles LIMIT 1");
    if (!file.step(row)) throw file.defect("it has no tiles");
    const std::vector<std::byte> bytes = blob_of(row, 0);
    const std::string_view begin(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (begin.starts_with("\x89PNG")) return format_named("png");
    if (begin.starts_with("\xff\xd8")) return format_named("jpg");
    if (begin.starts_with("RIFF")) return format_named("webp");
    return begins_as_gzip(bytes) ? format_named("pbf") : std::nullopt;
}

std::optional<int> zoom_of(const Json& metadata, const char* key) {
    const std::string text = text_under(metadata, key);
    int zoom = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), zoom);
    const bool whole = problem == std::errc{} && end == text.data() + text.size();
    return whole && zoom >= 0 && zoom <= deepest_tile_zoom ? std::optional(zoom) : std::nullopt;
}

ArchiveFacts facts_of(const Database& file) {
    const Statement tables = file.prepared(
        "SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name IN ('tiles', 'metadata')");
    constexpr int both = 2;
    if (!file.step(tables) || sqlite3_column_int(tables.get(), 0) != both) {
        throw file.defect("it has no tables tiles and metadata");
    }
    ArchiveFacts facts;
    facts.metadata = metadata_of(file);
    auto words = format_named(text_under(facts.metadata, "format"));
    if (!words) words = format_of_first_tile(file);
    if (!words) throw file.defect("its tiles are neither images nor vector tiles");
    facts.words = *words;
    facts.bounds = box_of_text(text_under(facts.metadata, "bounds"));
    const auto first = zoom_of(facts.metadata, "minzoom");
    const auto last = zoom_of(facts.metadata, "maxzoom");
    const Statement zooms = file.prepared("SELECT min(zoom_level), max(zoom_level) FROM tiles");
    if ((!first || !last) && !file.step(zooms)) throw file.failure();
    facts.min_zoom = first ? *first : sqlite3_column_int(zooms.get(), 0);
    facts.max_zoom = last ? *last : sqlite3_column_int(zooms.get(), 1);
    return facts;
}

class MbtilesArchive : public TileArchive {
public:
    explicit MbtilesArchive(Database file)
        : TileArchive(facts_of(file)),
          file_(std::move(file)),
          query_(
              file_.prepared("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?")) {
    }

    std::optional<ArchivedTile> tile(const Tile& tile, int /*scale*/) override {
        sqlite3_reset(query_.get());
        sqlite3_bind_int(query_.get(), 1, tile.zoom);
        sqlite3_bind_int64(query_.get(), 2, tile.x);
        sqlite3_bind_int64(query_.get(), 3, (std::int64_t{1} << tile.zoom) - 1 - tile.y);  // TMS: row 0 in the south
        if (!file_.step(query_)) return std::nullopt;
        ArchivedTile found{blob_of(query_, 0)};
        found.gzipped = facts().words.pmtiles_type == pmtiles_mvt && begins_as_gzip(found.bytes);
        return found;
    }

private:
    Database file_;
    Statement query_;
};

}  // namespace

std::unique_ptr<TileArchive> open_mbtiles(const std::filesystem::path& file) {
    return std::make_unique<MbtilesArchive>(Database(file));
}

}  // namespace papar
