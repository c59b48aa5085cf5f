#include "engine/study/hazard_types.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

namespace papar {

namespace {

// Letters only, small, with the spellings that official data mix brought together.
std::string normalised(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            letters.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        }
    }
    for (const auto& [other, usual] : {std::pair{"ekstrem", "ekstrim"}, std::pair{"likuifaksi", "likuefaksi"}}) {
        if (const std::size_t at = letters.find(other); at != std::string::npos) {
            letters.replace(at, std::string_view(other).size(), usual);
        }
    }
    return letters;
}

const std::map<std::string, std::string>& aliases() {
    static const std::map<std::string, std::string> names = {{"gempabumi", "gempabumi"},
                                                             {"gempa", "gempabumi"},
                                                             {"tsunami", "tsunami"},
                                                             {"letusangunungapi", "letusan_gunungapi"},
                                                             {"gunungapi", "letusan_gunungapi"},
                                                             {"erupsigunungapi", "letusan_gunungapi"},
                                                             {"banjir", "banjir"},
                                                             {"banjirbandang", "banjir_bandang"},
                                                             {"tanahlongsor", "tanah_longsor"},
                                                             {"longsor", "tanah_longsor"},
                                                             {"gerakantanah", "tanah_longsor"},
                                                             {"kekeringan", "kekeringan"},
                                                             {"kebakaranhutandanlahan", "kebakaran_hutan_lahan"},
                                                             {"kebakaranhutanlahan", "kebakaran_hutan_lahan"},
                                                             {"karhutla", "kebakaran_hutan_lahan"},
                                                             {"cuacaekstrim", "cuaca_ekstrim"},
                                                             {"gelombangekstrimdanabrasi", "gelombang_ekstrim_abrasi"},
                                                             {"gelombangekstrimabrasi", "gelombang_ekstrim_abrasi"},
                                                             {"gelombangekstrim", "gelombang_ekstrim_abrasi"},
                                                             {"abrasi", "gelombang_ekstrim_abrasi"},
                                                             {"gea", "gelombang_ekstrim_abrasi"},
                                                             {"likuefaksi", "likuefaksi"},
                                                             {"epidemidanwabahpenyakit", "epidemi_wabah"},
                                                             {"epidemiwabah", "epidemi_wabah"},
                                                             {"epidemi", "epidemi_wabah"},
                                                             {"kegagalanteknologi", "kegagalan_teknologi"}};
    return names;
}

}  // namespace

std::span<const std::string> hazard_types() {
    static const std::vector<std::string> types = {"banjir",
                                                   "banjir_bandang",
                                                   "cuaca_ekstrim",
                                                   "epidemi_wabah",
                                                   "gelombang_ekstrim_abrasi",
                                                   "gempabumi",
                                                   "kebakaran_hutan_lahan",
                                                   "kegagalan_teknologi",
                                                   "kekeringan",
                                                   "letusan_gunungapi",
                                                   "likuefaksi",
                                                   "tanah_longsor",
                                                   "tsunami"};
    return types;
}

std::optional<std::string> hazard_type(std::string_view name) {
    const auto found = aliases().find(normalised(name));
    return found != aliases().end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace papar
