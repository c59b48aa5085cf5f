#include "engine/web/result_file.hpp"

#include "engine/base/error.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"

#include <system_error>
#include <type_traits>

namespace papar {

namespace {

namespace fs = std::filesystem;

Json read_record(const fs::path& folder) {
    std::error_code none;
    for (const char* file : {run_record_file, geopackage_file}) {
        if (!fs::is_regular_file(folder / file, none)) {
            throw error(ErrorKind::input, "{}: this is no result of papar run: there is no {} in it", folder.string(),
                        file);
        }
    }
    Json record = Json::parse(read_back(folder / run_record_file), nullptr, false);
    if (!record.is_object() || !record.contains("/study/settings"_json_pointer)) {
        throw error(ErrorKind::input, "{}: this is no run record of papar; run the study again",
                    (folder / run_record_file).string());
    }
    return record;
}

}  // namespace

ResultFile::ResultFile(const fs::path& folder)
    : folder_(folder), record_(read_record(folder)), tables_(folder / geopackage_file, SqliteFile::Access::read) {}

Language ResultFile::language() const {
    return text_at(record_, "/study/settings/output/language") == "en" ? Language::en : Language::id;
}

std::string ResultFile::say(const char* indonesian, const char* english) const {
    return language() == Language::en ? english : indonesian;
}

std::vector<std::string> ResultFile::columns_of(const std::string& table) {
    std::vector<std::string> columns;
    tables_.each_row("SELECT name FROM pragma_table_info(" + sql_name(table) + ")",
                     [&](const std::vector<Value>& row) { columns.push_back(std::get<std::string>(row[0])); });
    return columns;
}

Json WideRow::operator[](const std::string& column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? Json() : json_of(values_[found->second]);
}

Json json_of(const Value& value) {
    return std::visit(
        [](const auto& held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                return Json();
            } else {
                return Json(held);
            }
        },
        value);
}

}  // namespace papar
