// What the overlay finds out: the figures of every zone under every hazard, their sums over the areas of each level,
// and the balance.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/fixed_sum.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papar {

using ValueSum = FixedSum<1'000'000'000>;  // hazard units x cells, or cells; unit 1e-9

// People and area of one part of a zone.
struct Figures {
    People people;
    AreaM2 area;
};

// One zone under one hazard. classes + no_hazard + no_data = the zone inside the analysis grid.
struct HazardFigures {
    std::vector<Figures> classes;  // lowest class first
    Figures no_hazard;             // valid value, at or below the hazard's `no_hazard`; outside all shapes
    Figures no_data;               // nodata, or outside the hazard raster
    std::int64_t cells = 0;        // cells with hazard data that the zone touches; all of its cells for shapes
    ValueSum value_sum;            // of the cells with data: value x fraction of the cell; nothing for shapes
    ValueSum fraction_sum;         // of the cells with data: fraction of the cell; nothing for shapes
    std::optional<double> max;     // of the cells with data; none for shapes
    // People by histogram bin (see hazard_classes.hpp); empty when nobody is exposed, and for shapes.
    std::vector<People> histogram;

    [[nodiscard]] Figures exposed() const;             // all classes together
    [[nodiscard]] std::optional<double> mean() const;  // of the cells with data, weighted by coverage; hazard units
};

// People of one hazard by part: of all zones together, or of a group in one zone.
struct HazardBalance {
    std::vector<People> classes;
    People no_hazard;
    People no_data;
};

// A group of people (old and young, poor) in one zone. Additive: the sum of zones is the sum of each figure.
struct GroupFigures {
    std::optional<People> total;           // none: not known
    std::vector<HazardBalance> by_hazard;  // in the study's order, adding up to `total`; empty: not known
};

// One zone; or one area of a level, where everything is the sum over its zones but `max`, `hazards` and the histograms,
// which are empty, and `factor`, which is none; what is not known of one of its zones is not known of the area. `cells`
// of an area then counts a cell on an inner border more than once: it tells only whether there are any.
struct ZoneFigures {
    // Inside the analysis grid, where the population raster has data; where a table says how many people there are, all
    // of the zone's.
    People people;
    bool people_known = true;              // false: the table has no row for the zone; all people are 0
    std::optional<double> factor;          // official people / those of the raster; model `calibrated` only
    AreaM2 area;                           // the whole zone
    AreaM2 area_outside;                   // outside the analysis grid
    AreaM2 area_no_population;             // inside it, without population data
    std::int64_t cells = 0;                // analysis cells that the zone touches
    People people_any_hazard;              // in at least one hazard's class; each counted once
    std::int64_t hazards = 0;              // number of hazards with a class somewhere in the zone
    std::vector<HazardFigures> by_hazard;  // in the study's order
    std::vector<GroupFigures> by_group;    // in the study's order
};

// The number of hazards with a class somewhere in the zone.
[[nodiscard]] std::int64_t hazards_present(const ZoneFigures& zone);

// Where every person went. in_raster = in_zones + outside_zones - counted_twice, and for every
// hazard in_zones = sum of its classes + no_hazard + no_data. All four are summed independently.
//
// Where a table says how many people there are, every zone has its own total: in_raster is what all rows of the table
// say, outside_zones the people of rows that found no zone, and nobody is counted twice.
struct Balance {
    People in_raster;                               // every cell of the population raster inside the analysis grid
    People in_zones;                                // sum over zones
    People outside_zones;                           // by cell: the share that no zone covers
    People counted_twice;                           // by cell: the share covered more than once, as often as it is more
    bool official = false;                          // the people are those of a table
    std::optional<People> measured = std::nullopt;  // model `calibrated`: people in the raster before it was scaled

    // Relative to in_raster (absolute when that is 0).
    [[nodiscard]] double residual() const;
};

inline constexpr double balance_tolerance = 1e-9;

struct OverlayResult {
    std::vector<ZoneFigures> zones;                // parallel to ZoneLayer::zones
    std::vector<std::vector<ZoneFigures>> levels;  // parallel to ZoneLayer::levels and their areas; see roll_up.hpp
    Balance balance;
    std::vector<HazardBalance> by_hazard;  // sums over zones, in the study's order
    Findings findings;
};

}  // namespace papar
