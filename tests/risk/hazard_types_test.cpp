// The names that official data give to hazards, and the one type each stands for.
#include "engine/risk/hazard_types.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace papar {
namespace {

TEST(HazardTypes, everyTypeIsItsOwnName) {
    for (const std::string_view type : hazard_types) {
        EXPECT_EQ(hazard_type(type), type);
    }
}

// Spellings of the KRB matrices and of InaRISK's services.
TEST(HazardTypes, spellingsOfOfficialData) {
    const std::vector<std::pair<std::string, std::string>> spellings = {
        {"GEMPABUMI", "gempabumi"},
        {"GEMPA BUMI", "gempabumi"},
        {"KARHUTLA", "kebakaran_hutan_lahan"},
        {"KEBAKARAN HUTAN DAN LAHAN", "kebakaran_hutan_lahan"},
        {"CUACA EKSTRIM", "cuaca_ekstrim"},
        {"Cuaca Ekstrem", "cuaca_ekstrim"},
        {"GUNUNGAPI", "letusan_gunungapi"},
        {"LETUSAN GUNUNG API", "letusan_gunungapi"},
        {"gunung_api", "letusan_gunungapi"},
        {"LIKUIFAKSI", "likuefaksi"},
        {"longsor", "tanah_longsor"},
        {"Tanah longsor", "tanah_longsor"},
        {"Gelombang ekstrem & abrasi", "gelombang_ekstrim_abrasi"},
        {"GELOMBANG EKSTRIM DAN ABRASI", "gelombang_ekstrim_abrasi"},
        {"INDEKS_BAHAYA_GEA", "gelombang_ekstrim_abrasi"},
        {"INDEKS_BAHAYA_BANJIRBANDANG", "banjir_bandang"},
        {"Epidemi dan wabah penyakit", "epidemi_wabah"},
        {"ewp", "epidemi_wabah"},
        {"Flash flood", "banjir_bandang"},
    };
    for (const auto& [spelling, type] : spellings) {
        EXPECT_EQ(hazard_type(spelling), type) << spelling;
    }
}

// Only whole names: a flood from the sea is not the flood of the method.
TEST(HazardTypes, othersAreNone) {
    for (const char* name : {"", "banjir rob", "banjir_q100", "konflik sosial", "bahaya", "multi"}) {
        EXPECT_EQ(hazard_type(name), std::nullopt) << name;
    }
}

}  // namespace
}  // namespace papar
