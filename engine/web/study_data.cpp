#include "engine/web/study_data.hpp"

#include "engine/output/class_colours.hpp"
#include "engine/tiles/result_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace papar {

namespace {

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Json hazards_data(const ResultFile& result, const Histograms& histograms) {
    Json hazards = Json::array();
    for (const Json& hazard : list_at(result.settings(), "/hazard")) {
        const std::vector<std::string> labels = texts_at(hazard, "/labels");
        Json classes = Json::array();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            classes.push_back({{"id", labels[i]}, {"title", labels[i]}, {"colour", class_colour(i, labels.size())}});
        }
        const std::string id = text_at(hazard, "/id");
        const std::string kind = text_at(hazard, "/kind");
        hazards.push_back({{"id", id},
                           {"title", text_at(hazard, "/title")},
                           {"kind", kind},
                           {"unit", kind == "depth" ? "m" : ""},
                           {"classes", std::move(classes)},
                           {"edges", histograms.edges(id)},
                           {"tiles", Json::object()}});
    }
    return hazards;
}

Json risk_classes_data(const ResultFile& result) {
    Json classes = Json::array();
    const std::array<std::array<const char*, 3>, 3> words = {
        {{"rendah", "rendah", "low"}, {"sedang", "sedang", "medium"}, {"tinggi", "tinggi", "high"}}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        classes.push_back({{"id", words[i][0]},
                           {"title", result.say(words[i][1], words[i][2])},
                           {"colour", class_colour(i, words.size())}});
    }
    return classes;
}

// The unit stands in brackets at the end of the column's title: "Jalan, seluruh wilayah (km)".
std::string unit_of(ResultFile& result, const std::string& column) {
    const std::string title = result.tables().first_value(
        "SELECT title FROM gpkg_data_columns WHERE table_name = 'zona' AND column_name = '" + column + "'");
    const std::size_t open = title.rfind('(');
    return open == std::string::npos || !title.ends_with(')') ? "" : title.substr(open + 1, title.size() - open - 2);
}

Json exposures_data(ResultFile& result) {
    const std::vector<std::string> columns = result.columns_of("zona");
    Json exposures = Json::array();
    for (const Json& exposure : list_at(result.settings(), "/exposure")) {
        const std::string id = text_at(exposure, "/id");
        const std::string column = "paparan_" + id;
        if (std::ranges::find(columns, column) == columns.end()) continue;
        exposures.push_back({{"id", id}, {"title", text_at(exposure, "/title")}, {"unit", unit_of(result, column)}});
    }
    return exposures;
}

// Whether the settings, the inputs or a number of the method are of InaRISK.
bool uses_inarisk(ResultFile& result, bool has_method) {
    Json settings = result.settings();
    if (settings.contains("profile")) settings["profile"].erase("entry");  // also those that are not used
    const std::string inputs = result.record().contains("inputs") ? json_line(result.record()["inputs"]) : "";
    if (lower_case(json_line(settings) + inputs).find("inarisk") != std::string::npos) return true;
    return has_method &&
           result.tables().first_value("SELECT count(*) FROM metode WHERE lower(sumber) LIKE '%inarisk%'") != "0";
}

Json disclaimers(ResultFile& result) {
    const bool has_method = !result.columns_of("metode").empty();
    Json all = Json::array();
    if (uses_inarisk(result, has_method)) {
        all.push_back(
            result.say("Data InaRISK hanya menunjukkan lokasi relatif dan tidak untuk keperluan hukum atau rekayasa "
                       "sipil, sebagaimana dinyatakan portal InaRISK.",
                       "InaRISK data show relative locations only and are not for legal or civil-engineering use, as "
                       "the InaRISK portal states."));
    }
    if (has_method && result.tables().first_value("SELECT count(*) FROM metode WHERE status = 'recalled'") != "0") {
        all.push_back(result.say(
            "Hasil memakai angka metode yang belum diperiksa pada sumbernya; lihat tabel metode pada hasil lengkap.",
            "The result uses numbers of the method that are unverified; see the method's table in the full result."));
    }
    all.push_back(
        result.say("Angka dibulatkan saat ditampilkan: jumlahnya dapat berbeda dari total pada angka terakhir.",
                   "Figures are rounded when shown: their sum may differ from the total in the last digit."));
    return all;
}

}  // namespace

Json study_data(ResultFile& result, const Histograms& histograms) {
    Json data = {{"format", "papar-hasil/2"},
                 {"language", result.language() == Language::en ? "en" : "id"},
                 {"title", text_at(result.record(), "/study/title")},
                 {"note", text_at(result.record(), "/study/note")},
                 {"region", text_at(result.settings(), "/document/region")},
                 {"attribution", text_at(result.record(), "/study/title")},
                 {"disclaimers", disclaimers(result)},
                 {"levels", Json::array()},
                 {"hazards", hazards_data(result, histograms)},
                 {"risk_classes", risk_classes_data(result)},
                 {"groups", Json::array()},
                 {"exposures", exposures_data(result)}};
    for (const LevelWords& level : result_words(result.record()).levels) {
        data["levels"].push_back({{"id", level.layer}, {"title", level.title}});
    }
    for (const Json& group : list_at(result.settings(), "/population/group")) {
        data["groups"].push_back({{"id", text_at(group, "/id")}, {"title", text_at(group, "/title")}});
    }
    return data;
}

}  // namespace papar
