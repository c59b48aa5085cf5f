#include "engine/zones/upper_areas.hpp"

namespace papar {

std::vector<std::optional<std::uint32_t>> upper_areas(const ZoneLevel& finer, const ZoneLevel& coarser) {
    std::vector<std::optional<std::uint32_t>> upper(finer.areas.size());
    std::vector<bool> seen(finer.areas.size());
    for (std::size_t zone = 0; zone < finer.area_of_zone.size(); ++zone) {
        if (const std::optional<std::uint32_t> area = finer.area_of_zone[zone]) {
            const std::optional<std::uint32_t> here = coarser.area_of_zone[zone];
            upper[*area] = !seen[*area] || upper[*area] == here ? here : std::nullopt;
            seen[*area] = true;
        }
    }
    return upper;
}

}  // namespace papar
