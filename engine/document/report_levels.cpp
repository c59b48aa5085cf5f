#include "engine/document/report_levels.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace papar {

std::optional<std::size_t> table_level(const ZoneLayer& layer) {
    static constexpr std::array<std::string_view, 9> above_kecamatan = {
        "kabupaten", "kab", "kota", "kabkota", "kab_kota", "kabupaten_kota", "provinsi", "prov", "province"};
    if (layer.levels.empty() || std::ranges::find(above_kecamatan, layer.levels[0].id) != above_kecamatan.end()) {
        return std::nullopt;
    }
    return 0;
}

}  // namespace papar
