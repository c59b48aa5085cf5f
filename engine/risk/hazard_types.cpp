#include "engine/risk/hazard_types.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

// Names beside the ids, as `plain` leaves them.
constexpr auto aliases = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"gempa", "gempabumi"},
    {"earthquake", "gempabumi"},
    {"gunungapi", "letusan_gunungapi"},
    {"gunungberapi", "letusan_gunungapi"},
    {"letusangunungberapi", "letusan_gunungapi"},
    {"erupsigunungapi", "letusan_gunungapi"},
    {"volcano", "letusan_gunungapi"},
    {"volcaniceruption", "letusan_gunungapi"},
    {"flood", "banjir"},
    {"flashflood", "banjir_bandang"},
    {"longsor", "tanah_longsor"},
    {"gerakantanah", "tanah_longsor"},
    {"landslide", "tanah_longsor"},
    {"drought", "kekeringan"},
    {"karhutla", "kebakaran_hutan_lahan"},
    {"kebakaranhutandanlahan", "kebakaran_hutan_lahan"},
    {"forestandlandfire", "kebakaran_hutan_lahan"},
    {"wildfire", "kebakaran_hutan_lahan"},
    {"putingbeliung", "cuaca_ekstrim"},
    {"anginputingbeliung", "cuaca_ekstrim"},
    {"extremeweather", "cuaca_ekstrim"},
    {"gea", "gelombang_ekstrim_abrasi"},
    {"gelombangekstrim", "gelombang_ekstrim_abrasi"},
    {"gelombangekstrimdanabrasi", "gelombang_ekstrim_abrasi"},
    {"abrasi", "gelombang_ekstrim_abrasi"},
    {"extremewaveandabrasion", "gelombang_ekstrim_abrasi"},
    {"likuifaksi", "likuefaksi"},
    {"liquefaction", "likuefaksi"},
    {"ewp", "epidemi_wabah"},
    {"epidemi", "epidemi_wabah"},
    {"epidemidanwabah", "epidemi_wabah"},
    {"epidemidanwabahpenyakit", "epidemi_wabah"},
    {"epidemiwabahpenyakit", "epidemi_wabah"},
    {"wabahpenyakit", "epidemi_wabah"},
    {"epidemic", "epidemi_wabah"},
    {"b3", "kegagalan_teknologi"},
    {"technologicalfailure", "kegagalan_teknologi"},
});

// Small letters and digits only, "ekstrim" for "ekstrem", without what InaRISK puts before its layers' names.
std::string plain(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            letters += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            letters += c;
        }
    }
    constexpr std::string_view other = "ekstrem";
    if (const std::size_t at = letters.find(other); at != std::string::npos) {
        letters.replace(at, other.size(), "ekstrim");
    }
    for (const std::string_view prefix : {"indeks", "bahaya"}) {
        if (letters.starts_with(prefix)) {
            letters.erase(0, prefix.size());
        }
    }
    return letters;
}

}  // namespace

std::optional<std::string> hazard_type(std::string_view id_or_title) {
    const std::string name = plain(id_or_title);
    for (const std::string_view type : hazard_types) {
        if (plain(type) == name) {
            return std::string(type);
        }
    }
    const auto* const found = std::ranges::find(aliases, name, &std::pair<std::string_view, std::string_view>::first);
    return found != aliases.end() ? std::optional(std::string(found->second)) : std::nullopt;
}

}  // namespace papar
