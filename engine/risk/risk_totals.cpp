#include "engine/risk/risk_totals.hpp"

#include "engine/overlay/combine_parts.hpp"

namespace papar {

namespace {

class Share {
public:
    Share(std::size_t owners, std::size_t place) : owners_(owners), place_(place) {}

    template <std::int64_t Scale>
    void add(FixedSum<Scale> part, FixedSum<Scale>& sum) const {
        sum += FixedSum<Scale>::from_units(share_of(part.units(), owners_, place_));
    }
    template <typename Sum>
    void add(const ByClass<Sum>& part, ByClass<Sum>& sum) const {
        for (std::size_t c = 0; c < part.size(); ++c) {
            add(part[c], sum[c]);
        }
    }
    void add(const IndexSums& part, IndexSums& sum) const {
        add(part.area, sum.area);
        add(part.weighted, sum.weighted);
        add(part.unknown, sum.unknown);
    }
    template <typename Sum>
    void add(const std::vector<Sum>& part, std::vector<Sum>& sum) const {
        for (std::size_t i = 0; i < part.size(); ++i) {
            add(part[i], sum[i]);
        }
    }
    void add(const HazardTotals& part, HazardTotals& sum) const {
        for (std::size_t i = 0; i < index_kinds; ++i) {
            add(part.indices[i], sum.indices[i]);
        }
        add(part.covers, sum.covers);
        add(part.exposures, sum.exposures);
        add(part.rupiah, sum.rupiah);
    }
    void add(const MultiTotals& part, MultiTotals& sum) const {
        add(part.highest, sum.highest);
        add(part.by_number, sum.by_number);
        add(part.weighted, sum.weighted);
        add(part.risk, sum.risk);
    }

private:
    std::size_t owners_;
    std::size_t place_;
};

}  // namespace

RiskTotals::RiskTotals(std::size_t hazard_count, std::size_t layers, std::size_t covers)
    : hazards(hazard_count), exposures(layers), without_value(layers) {
    for (HazardTotals& hazard : hazards) {
        hazard.covers.resize(covers);
        hazard.exposures.resize(layers);
        hazard.rupiah.resize(layers);
    }
    multi.by_number.resize(hazard_count);
}

void add_share(const RiskTotals& part, std::size_t owners, std::size_t place, RiskTotals& sum) {
    const Share share(owners, place);
    share.add(part.hazards, sum.hazards);
    share.add(part.exposures, sum.exposures);
    share.add(part.without_value, sum.without_value);
    share.add(part.multi, sum.multi);
}

void IndexTally::add_to(IndexSums& sums) const {
    for (std::size_t c = 0; c < risk_classes; ++c) {
        sums.area[c] += AreaM2(area[c]);
    }
    sums.weighted += AreaM2(weighted);
    sums.unknown += AreaM2(unknown);
}

}  // namespace papar
