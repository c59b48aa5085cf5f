#include "engine/tiles/map_columns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace papar {

namespace {

constexpr std::array<std::string_view, 10> of_zones = {
    "kode",
    "nama",
    "jumlah_wilayah",
    "luas_ha",
    "penduduk",
    "jiwa_bahaya",
    "jumlah_bahaya",
    "kelas_kapasitas",
    "multi_kelas_bahaya",
    "multi_kelas_risiko",
};
constexpr std::array<std::string_view, 8> of_hazards = {
    "jiwa", "ha", "ha_nihil", "ha_tanpa_data", "kelas", "kelas_bahaya", "kelas_kerentanan", "kelas_risiko",
};

bool is_bound(std::string_view column) {
    return column.ends_with("_min") || column.ends_with("_maks");
}

// `column` is without the hazard's id.
bool of_hazard(std::string_view column) {
    return std::ranges::find(of_hazards, column) != of_hazards.end() ||
           (column.starts_with("jiwa_") && !is_bound(column));
}

}  // namespace

std::vector<std::string> map_columns(const std::vector<std::string>& columns, const std::vector<HazardWords>& hazards) {
    std::vector<std::string> chosen;
    for (const std::string& column : columns) {
        const bool names_area = column.starts_with("kode_") || column.starts_with("nama_");
        if (names_area || std::ranges::find(of_zones, column) != of_zones.end() ||
            std::ranges::any_of(hazards, [&](const HazardWords& hazard) {
                return column.starts_with(hazard.id + "_") &&
                       of_hazard(std::string_view(column).substr(hazard.id.size() + 1));
            })) {
            chosen.push_back(column);
        }
    }
    return chosen;
}

const std::vector<std::string>& label_columns() {
    static const std::vector<std::string> columns{"kode", "nama", "penduduk"};
    return columns;
}

}  // namespace papar
