#include "engine/output/sqlite_file.hpp"

#include "engine/base/error.hpp"

namespace papar {
namespace {

Value value_of(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return static_cast<std::int64_t>(sqlite3_column_int64(row, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(row, column);
        default:
            return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                               static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
}

}  // namespace

SqliteFile::SqliteFile(const std::filesystem::path& path, Access access) : name_(path.string()) {
    sqlite3* file = nullptr;
    const int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(name_.c_str(), &file, flags, nullptr);
    file_.reset(file);
    if (code != SQLITE_OK) fail("open");
    execute("PRAGMA temp_store = MEMORY");  // the system's folder for temporary files may be full
}

void SqliteFile::fail(const std::string& statement) {
    throw error(ErrorKind::output, "{}: SQLite could not do its part ({}) in: {}", name_, sqlite3_errmsg(file_.get()),
                statement);
}

SqliteStatement SqliteFile::prepared(const std::string& statement) {
    sqlite3_stmt* compiled = nullptr;
    if (sqlite3_prepare_v2(file_.get(), statement.c_str(), -1, &compiled, nullptr) != SQLITE_OK) fail(statement);
    return SqliteStatement(compiled);
}

void SqliteFile::execute(const std::string& statements) {
    if (sqlite3_exec(file_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(statements);
}

void SqliteFile::run(const std::string& statement, std::initializer_list<std::string_view> texts) {
    const SqliteStatement compiled = prepared(statement);
    int place = 0;
    for (const std::string_view text : texts) {
        if (sqlite3_bind_text(compiled.get(), ++place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC) !=
            SQLITE_OK) {
            fail(statement);
        }
    }
    if (sqlite3_step(compiled.get()) != SQLITE_DONE) fail(statement);
}

std::string SqliteFile::first_value(const std::string& query) {
    const SqliteStatement compiled = prepared(query);
    const int code = sqlite3_step(compiled.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(query);
    const unsigned char* text = code == SQLITE_ROW ? sqlite3_column_text(compiled.get(), 0) : nullptr;
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

void SqliteFile::each_row(const std::string& query, const std::function<void(const std::vector<Value>&)>& use) {
    const SqliteStatement compiled = prepared(query);
    std::vector<Value> row(static_cast<std::size_t>(sqlite3_column_count(compiled.get())));
    int code = sqlite3_step(compiled.get());
    for (; code == SQLITE_ROW; code = sqlite3_step(compiled.get())) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = value_of(compiled.get(), static_cast<int>(i));
        }
        use(row);
    }
    if (code != SQLITE_DONE) fail(query);
}

std::string sql_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace papar
