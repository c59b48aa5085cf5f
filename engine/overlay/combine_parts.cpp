#include "engine/overlay/combine_parts.hpp"

#include <algorithm>

namespace papar {

__int128 share_of(__int128 units, std::size_t owners, std::size_t place) {
    const auto count = static_cast<__int128>(owners);
    __int128 quotient = units / count;
    __int128 rest = units % count;
    if (rest < 0) {  // so that a negative sum is dealt out like a positive one
        rest += count;
        --quotient;
    }
    return quotient + (static_cast<__int128>(place) < rest ? 1 : 0);
}

namespace {

// One owner's share of a part.
class OwnerShare {
public:
    OwnerShare(std::size_t owners, std::size_t place) : owners_(owners), place_(place) {}

    template <std::int64_t Scale>
    void add(FixedSum<Scale> part, FixedSum<Scale>& sum) const {
        sum += FixedSum<Scale>::from_units(share_of(part.units(), owners_, place_));
    }

    void add(const Figures& part, Figures& sum) const {
        add(part.people, sum.people);
        add(part.area, sum.area);
    }

    void add(const HazardFigures& part, HazardFigures& sum) const {
        sum.classes.resize(part.classes.size());
        for (std::size_t c = 0; c < part.classes.size(); ++c) {
            add(part.classes[c], sum.classes[c]);
        }
        add(part.no_hazard, sum.no_hazard);
        add(part.no_data, sum.no_data);
        sum.cells += part.cells;
        add(part.value_sum, sum.value_sum);
        add(part.fraction_sum, sum.fraction_sum);
        if (part.max) {
            sum.max = std::max(sum.max.value_or(*part.max), *part.max);
        }
        sum.histogram.resize(std::max(sum.histogram.size(), part.histogram.size()));
        for (std::size_t bin = 0; bin < part.histogram.size(); ++bin) {
            add(part.histogram[bin], sum.histogram[bin]);
        }
    }

    void add(const ZoneFigures& part, ZoneFigures& sum) const {
        add(part.people, sum.people);
        add(part.area, sum.area);
        add(part.area_outside, sum.area_outside);
        add(part.area_no_population, sum.area_no_population);
        sum.cells += part.cells;
        add(part.people_any_hazard, sum.people_any_hazard);
        sum.by_hazard.resize(part.by_hazard.size());
        for (std::size_t hazard = 0; hazard < part.by_hazard.size(); ++hazard) {
            add(part.by_hazard[hazard], sum.by_hazard[hazard]);
        }
    }

private:
    std::size_t owners_;
    std::size_t place_;
};

// A zone that keeps nothing of itself, under the same hazards.
ZoneFigures nothing_like(const std::vector<ZoneFigures>& figures) {
    ZoneFigures nothing;
    for (const HazardFigures& hazard : figures.empty() ? std::vector<HazardFigures>{} : figures.front().by_hazard) {
        nothing.by_hazard.emplace_back().classes.resize(hazard.classes.size());
    }
    return nothing;
}

}  // namespace

std::vector<ZoneFigures> combine_parts(const std::vector<ZoneFigures>& figures, const ZoneParts& parts,
                                       std::size_t zones) {
    std::vector<ZoneFigures> combined(zones, nothing_like(figures));
    for (std::size_t part = 0; part < figures.size(); ++part) {
        const std::vector<std::uint32_t>& owners = parts.owners[part];
        for (std::size_t place = 0; place < owners.size(); ++place) {
            OwnerShare(owners.size(), place).add(figures[part], combined[owners[place]]);
        }
    }
    for (ZoneFigures& zone : combined) {
        zone.hazards = hazards_present(zone);
    }
    return combined;
}

}  // namespace papar
