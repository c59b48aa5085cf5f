// Totals of all zones while the blocks stream past. Every part of a block is rounded once to fixed point and added:
// integer addition makes the order of blocks and the number of threads invisible.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/overlay/tally.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace papar {

class ZoneTotals {
public:
    // `classes` holds the number of classes of every hazard.
    ZoneTotals(std::size_t zones, const std::vector<std::size_t>& classes);

    // Safe to call from many threads.
    void add_zone(std::size_t zone, const ZoneTally& part);
    void add_hazard(std::size_t zone, std::size_t hazard, const HazardTally& part);
    void add_piece(std::size_t zone, std::size_t hazard, std::size_t class_index, const ZoneTally& part);
    void add_exposed(std::size_t zone, double people);
    void add_population(const PopulationTally& part);

    // Once all blocks are added: what the pieces of a vector hazard leave of a zone is "no hazard", and all the zone's
    // cells are cells with data.
    void close_vector_hazard(std::size_t hazard);

    // The figures; area_outside is left 0 and area is what lies inside the grid. A sum below zero can only be
    // rounding (people are not negative) and is given as 0; the balances take the sums as they are.
    [[nodiscard]] std::vector<ZoneFigures> zone_figures() const;
    [[nodiscard]] Balance balance() const;
    [[nodiscard]] std::vector<HazardBalance> hazard_balances() const;
    // The most that rounding parts to fixed point can open the balances by, in people: half a unit for each part.
    [[nodiscard]] double rounding_allowance() const;

private:
    struct Zone {
        People people;
        AreaM2 area;
        AreaM2 area_no_population;
        People exposed;
        std::int64_t cells = 0;
    };
    struct Hazard {
        std::array<People, max_classes + 2> people;
        std::array<AreaM2, max_classes + 2> area;
        ValueSum value_sum;
        ValueSum fraction_sum;
        double max = 0;
        std::int64_t cells = 0;
        std::vector<People> bins;  // empty until somebody is exposed
    };

    [[nodiscard]] static HazardFigures hazard_figures(const Hazard& totals, std::size_t classes);
    [[nodiscard]] std::mutex& lock_of(std::size_t zone) { return locks_[zone % locks_.size()]; }

    std::vector<std::size_t> classes_;
    std::vector<Zone> zones_;
    std::vector<Hazard> hazards_;  // zone-major
    People in_raster_;
    People outside_zones_;
    People counted_twice_;
    std::array<std::mutex, 64> locks_;
    std::mutex population_lock_;
    std::atomic<std::int64_t> parts_ = 0;  // rounded to fixed point
};

}  // namespace papar
