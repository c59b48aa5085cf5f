// A SQLite file opened without GDAL: for the GeoPackage's own tables and for an independent look at what was written.
#pragma once

#include "engine/output/sqlite_handle.hpp"
#include "engine/output/table.hpp"

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

class SqliteFile {
public:
    enum class Access { read, write };

    // Every member throws an Error of kind output that names the file and SQLite's reason.
    SqliteFile(const std::filesystem::path& path, Access access);

    // Runs statements that give no rows.
    void execute(const std::string& statements);
    // Runs one statement; the texts take the place of its question marks.
    void run(const std::string& statement, std::initializer_list<std::string_view> texts);
    // The first column of the first row, as text; empty when there is none.
    [[nodiscard]] std::string first_value(const std::string& query);
    // Calls for every row, with the values' own types; NULL is no value.
    void each_row(const std::string& query, const std::function<void(const std::vector<Value>&)>& use);

private:
    [[nodiscard]] SqliteStatement prepared(const std::string& statement);
    [[noreturn]] void fail(const std::string& statement);

    std::string name_;
    SqliteHandle file_;
};

// A column's or table's name as SQL writes it.
[[nodiscard]] std::string sql_name(std::string_view name);

}  // namespace papar
