#include "engine/output/data_package.hpp"

#include <algorithm>

namespace papar {
namespace {

[[nodiscard]] const char* type_name(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return "string";
        case ColumnType::integer:
            return "integer";
        case ColumnType::real:
            return "number";
    }
    return "any";
}

[[nodiscard]] Json fields(const Table& table) {
    Json list = Json::array();
    for (const Column& column : table.columns) {
        Json field = {{"name", column.name},
                      {"type", type_name(column.type)},
                      {"title", column.title},
                      {"description", column.description}};
        if (!column.unit.empty()) field["unit"] = column.unit;
        if (std::ranges::find(table.key, column.name) != table.key.end()) field["constraints"] = {{"required", true}};
        if (column.values) {
            for (const auto& [value, name] : column.values->names) field["constraints"]["enum"].push_back(value);
        }
        list.push_back(std::move(field));
    }
    return list;
}

[[nodiscard]] Json schema(const Table& table) {
    Json json = {{"fields", fields(table)}};
    if (!table.key.empty()) json["primaryKey"] = table.key;
    json["missingValues"] = {""};
    return json;
}

[[nodiscard]] Json resource(const TableFile& of) {
    return {
        {"name", of.table.name},
        {"path", of.file.name},
        {"profile", "tabular-data-resource"},
        {"title", of.table.title},
        {"description", of.table.description},
        {"format", "csv"},
        {"mediatype", "text/csv"},
        {"encoding", "utf-8"},
        {"bytes", of.file.bytes},
        {"hash", "sha256:" + of.file.sha256},
        {"dialect",
         {{"delimiter", ","}, {"quoteChar", "\""}, {"doubleQuote", true}, {"lineTerminator", "\n"}, {"header", true}}},
        {"schema", schema(of.table)}};
}

}  // namespace

Json data_package(const ResultView& view, const std::vector<TableFile>& wide, const std::vector<TableFile>& others) {
    Json sources = Json::array();
    for (const InputFile& input : view.facts.inputs.get()) {
        sources.push_back({{"title", input.role}, {"path", input.name}});
    }
    Json resources = Json::array();
    for (const TableFile& table : wide) resources.push_back(resource(table));
    for (const TableFile& other : others) {
        resources.push_back(resource(other));
        if (other.of_zones) {
            resources.back()["schema"]["foreignKeys"] = Json::array(
                {{{"fields", "kode"}, {"reference", {{"resource", wide.front().table.name}, {"fields", "kode"}}}}});
        }
    }
    std::string description = view.facts.note.empty() ? "" : view.facts.note + "\n\n";
    description += view.say(
        "Teks yang diawali =, +, - atau @ (boleh didahului apostrof) diberi satu apostrof di depannya agar tidak "
        "dijalankan "
        "sebagai rumus oleh program lembar kerja; buang satu apostrof untuk memperoleh teks aslinya.",
        "Text that begins with =, +, - or @, also after apostrophes, has one apostrophe put before it so that "
        "spreadsheets do "
        "not run it as a formula; take one apostrophe off to get the text itself.");
    return {{"profile", "tabular-data-package"}, {"name", view.facts.study_id},
            {"title", view.facts.study_title},   {"description", std::move(description)},
            {"sources", std::move(sources)},     {"resources", std::move(resources)}};
}

}  // namespace papar
