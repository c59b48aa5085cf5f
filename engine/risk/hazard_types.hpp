// The hazards that the national method knows, by the ids that profiles use, and the names official data give them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace papar {

inline constexpr std::array<std::string_view, 13> hazard_types = {
    "gempabumi",     "tsunami",       "letusan_gunungapi",     "banjir",        "banjir_bandang",
    "tanah_longsor", "kekeringan",    "kebakaran_hutan_lahan", "cuaca_ekstrim", "gelombang_ekstrim_abrasi",
    "likuefaksi",    "epidemi_wabah", "kegagalan_teknologi"};

// The type that an id, a title or the name of an InaRISK layer stands for: "GEMPA BUMI", "karhutla", "Cuaca ekstrem",
// "INDEKS_BAHAYA_GEA". Case, blanks and punctuation do not count; the whole name must be known, so that "banjir rob"
// is none.
[[nodiscard]] std::optional<std::string> hazard_type(std::string_view id_or_title);

}  // namespace papar
