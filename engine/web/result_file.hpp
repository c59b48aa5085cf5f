// A finished result, open for reading: its run record and its GeoPackage.
#pragma once

#include "engine/output/json_values.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/output/sqlite_file.hpp"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace papar {

class ResultFile {
public:
    // Throws Error(input) for a folder that holds no result of papar.
    explicit ResultFile(const std::filesystem::path& folder);

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] const Json& record() const { return record_; }
    [[nodiscard]] const Json& settings() const { return record_.at("study").at("settings"); }
    [[nodiscard]] Language language() const;
    // The wording in the result's language.
    [[nodiscard]] std::string say(const char* indonesian, const char* english) const;

    [[nodiscard]] SqliteFile& tables() { return tables_; }
    // Empty where there is no such table.
    [[nodiscard]] std::vector<std::string> columns_of(const std::string& table);

private:
    std::filesystem::path folder_;
    Json record_;
    SqliteFile tables_;
};

// A row of a wide table, by the names of its columns.
class WideRow {
public:
    using Columns = std::unordered_map<std::string, std::size_t>;
    WideRow(const Columns& columns, const std::vector<Value>& values) : columns_(columns), values_(values) {}

    // Text, an integer or a number; null where the row has no value or the table no such column.
    [[nodiscard]] Json operator[](const std::string& column) const;

private:
    const Columns& columns_;
    const std::vector<Value>& values_;
};

// A value as JSON, no value as null.
[[nodiscard]] Json json_of(const Value& value);

}  // namespace papar
