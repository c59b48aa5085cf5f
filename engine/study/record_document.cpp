#include "engine/study/record_document.hpp"

#include "engine/base/error.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <utility>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

constexpr int deepest = 64;  // levels of a record; far more than one has, far less than what exhausts the stack

Json parse_json(const std::string& text, const std::string& file) {
    const auto refuse_depth = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > deepest) {
            throw error(ErrorKind::usage, "{}: values lie more than {} levels deep: this is no run record of papar",
                        file, deepest);
        }
        return true;
    };
    try {
        return Json::parse(text, refuse_depth);
    } catch (const Json::parse_error& problem) {
        const std::string sentence = problem.what();  // "[json.exception.parse_error.101] parse error at line 1, ..."
        throw error(ErrorKind::usage, "{}: not valid JSON: {}", file, sentence.substr(sentence.find("] ") + 2));
    }
}

// The JSON's own tree of objects, read with sentences for what is missing.
class Record {
public:
    Record(const Json& json, std::string file) : json_(json), file_(std::move(file)) {}

    // `path` is "/study/settings".
    template <typename Value>
    [[nodiscard]] const Value& get(const char* path) const {
        const Json::json_pointer pointer(path);
        const Value* found = json_.contains(pointer) ? json_[pointer].get_ptr<const Value*>() : nullptr;
        if (found == nullptr) {
            throw error(ErrorKind::usage, "{}: this is no run record of papar: it has no {} as a record has", file_,
                        path + 1);
        }
        return *found;
    }

private:
    const Json& json_;
    std::string file_;
};

toml::source_region region_of(const std::string& place) {
    return {{}, {}, std::make_shared<const std::string>(place)};
}

// A number, text, boolean or list, by way of its text: what JSON writes for these is TOML too.
toml::table parse_leaf(const Json& json, const std::string& place) {
    try {
        return toml::parse("value = " + json.dump(), place);
    } catch (const toml::parse_error&) {
        throw error(ErrorKind::usage, "{}: {} is no value that a study can have", place, json.dump());
    }
}

toml::table table_of(const Json& object, const std::string& place);

void insert(const std::string& key, const Json& json, const std::string& place, toml::table& table) {
    const toml::key placed(key, region_of(place));
    if (json.is_object()) {
        table.insert(placed, table_of(json, place));
    } else if (json.is_array() && !json.empty() && json.front().is_object()) {
        toml::array list;
        for (std::size_t i = 0; i < json.size(); ++i) {
            const std::string item = fmt::format("{}[{}]", place, i);
            if (!json[i].is_object()) {
                throw error(ErrorKind::usage, "{}: must be an object like the first of its list", item);
            }
            list.push_back(table_of(json[i], item));
        }
        table.insert(placed, std::move(list));
    } else {
        toml::table leaf = parse_leaf(json, place);
        table.insert(placed, std::move(*leaf.get("value")));
    }
}

toml::table table_of(const Json& object, const std::string& place) {
    toml::table table;
    for (const auto& [key, value] : object.items()) {
        insert(key, value, place + "." + key, table);
    }
    return table;
}

std::vector<RecordedInput> inputs_of(const Record& record, const std::string& file) {
    std::vector<RecordedInput> inputs;
    for (const Json& json : record.get<Json::array_t>("/inputs")) {
        const Record input(json, file);
        inputs.push_back({input.get<std::string>("/role"), input.get<std::string>("/name"),
                          input.get<Json::number_unsigned_t>("/bytes"), input.get<std::string>("/sha256")});
    }
    return inputs;
}

}  // namespace

StudyDocument parse_record(const std::string& text, const std::filesystem::path& file) {
    const Json json = parse_json(text, file.string());
    const Record record(json, file.string());
    static_cast<void>(record.get<Json::object_t>("/study/settings"));
    const Json& settings = json["study"]["settings"];
    return {table_of(settings, file.string() + ": study.settings"),
            file.parent_path() / record.get<std::string>("/run/study_folder"), inputs_of(record, file.string())};
}

}  // namespace papar
