#include "engine/tiles/result_words.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_values.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"

#include <system_error>

namespace papar {

namespace {

// A study names its levels but not its zones; where their layer is called by a word of the administration, that is it.
std::string zones_title(const std::string& layer, const ResultWords& words) {
    std::string title;
    for (const char c : layer) title += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    for (const char* word : {"desa", "kelurahan", "nagari", "gampong", "distrik", "kecamatan", "kabupaten"}) {
        if (title != word) continue;
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return title;
    }
    return words.say("Wilayah", "Zones");
}

}  // namespace

ResultWords read_result_words(const std::filesystem::path& result) {
    std::error_code none;
    const std::filesystem::path file = result / run_record_file;
    if (!std::filesystem::exists(file, none)) {
        throw error(ErrorKind::input, "{}: this is no result of papar run: there is no {} in it", result.string(),
                    run_record_file);
    }
    return result_words(Json::parse(read_back(file), nullptr, false));
}

ResultWords result_words(const Json& record) {
    ResultWords words;
    words.title = text_at(record, "/study/title");
    words.note = text_at(record, "/study/note");
    words.language = text_at(record, "/study/settings/output/language") == "en" ? Language::en : Language::id;
    for (const Json& hazard : list_at(record, "/study/settings/hazard")) {
        HazardWords& each = words.hazards.emplace_back();
        each.id = text_at(hazard, "/id");
        each.title = text_at(hazard, "/title");
        each.classes = texts_at(hazard, "/labels");
    }
    words.levels.push_back({"zona", "", zones_title(text_at(record, "/zones/layer"), words)});
    for (const Json& level : list_at(record, "/zones/levels")) {
        const std::string id = text_at(level, "/id");
        words.levels.push_back({"zona_" + id, id, text_at(level, "/title")});
    }
    return words;
}

}  // namespace papar
