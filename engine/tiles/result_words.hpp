// What a finished result says of itself in its run record: what map tiles and their companions need of it.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/output/output_settings.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct HazardWords {
    std::string id;
    std::string title;
    std::vector<std::string> classes;  // labels, from the lowest
};

// A layer of zones in the GeoPackage.
struct LevelWords {
    std::string layer;  // "zona", "zona_kecamatan"; the layer of the vector tiles too
    std::string id;     // empty for the zones, else "kecamatan"
    std::string title;  // "Desa"
};

struct ResultWords {
    std::string title;  // of the study
    std::string note;   // "Data fiktif"; may be empty
    Language language = Language::id;
    std::vector<HazardWords> hazards;
    std::vector<LevelWords> levels;  // the finest first

    // The wording in the result's language.
    [[nodiscard]] std::string say(const char* indonesian, const char* english) const {
        return language == Language::id ? indonesian : english;
    }
};

// Throws Error(input) for a folder that holds no result of papar.
[[nodiscard]] ResultWords read_result_words(const std::filesystem::path& result);
// Of a run record that is read already.
[[nodiscard]] ResultWords result_words(const Json& record);

}  // namespace papar
