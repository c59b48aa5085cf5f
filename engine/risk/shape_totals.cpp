#include "engine/risk/shape_totals.hpp"

namespace papar {

std::vector<RiskTotals> ShapeTotals::by_zone(const OverlayInput& input) const {
    if (input.parts == nullptr) {
        return totals_;
    }
    std::vector<RiskTotals> zones(input.zones.zones.size(), none_);
    for (std::size_t part = 0; part < totals_.size(); ++part) {
        const std::vector<std::uint32_t>& owners = input.parts->owners[part];
        for (std::size_t place = 0; place < owners.size(); ++place) {
            add_share(totals_[part], owners.size(), place, zones[owners[place]]);
        }
    }
    return zones;
}

}  // namespace papar
