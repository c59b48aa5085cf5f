// All hazards together, cell by cell: how many there are, the highest class and the highest risk class, and the index
// with the study's weights.
#pragma once

#include "engine/overlay/block_observer.hpp"
#include "engine/risk/block_cells.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/raster_plan.hpp"
#include "engine/risk/shape_totals.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace papar {

// One block at a time; belongs to one thread.
class MultiCells {
public:
    // Forgets the block before.
    void start(std::size_t cells, const BlockCoverage& coverage);

    // One more hazard in a cell: its class (0 no hazard; not no_class), its index times its weight, and the risk class
    // that the raster shows.
    void add(std::size_t cell, std::uint8_t hazard_class, double weighted, std::uint8_t risk_class) {
        highest_[cell] = higher(highest_[cell], hazard_class);
        if (hazard_class == 0) {
            return;
        }
        ++number_[cell];
        weighted_[cell] += weighted;
        risk_[cell].add(risk_class);
    }
    // The risk class of one more hazard in a zone's part of a cell, 0 not known. `part` counts the cells of all zones
    // of the block's coverage, zone by zone in the order of their spans: on a border every zone has its own risk.
    void add_risk(std::size_t part, std::uint8_t risk_class) {
        risk_of_part_[part].add(risk_class == 0 ? no_class : risk_class);
    }

    // Land by zone: hazards as the rasters show them, risk as it is in the zone, times the exact part of each cell.
    void sum(const BlockView& view, const RiskMethod& method, ShapeTotals& totals) const;
    void write(const BlockView& view, const RasterPlan& plan, RasterSink& sink) const;

private:
    // The highest risk class, and whether that of one of the hazards is not known.
    struct HighestRisk {
        std::uint8_t highest = no_class;
        bool unknown = false;

        void add(std::uint8_t risk_class) {
            if (risk_class == no_class) {
                unknown = true;
            } else {
                highest = higher(highest, risk_class);
            }
        }
        // 0: not known.
        [[nodiscard]] int known() const { return unknown || highest == no_class ? 0 : highest; }
    };

    static std::uint8_t higher(std::uint8_t one, std::uint8_t other) {
        return one == no_class || one < other ? other : one;
    }
    // As the raster holds it.
    [[nodiscard]] float index(std::size_t cell) const { return static_cast<float>(weighted_[cell]); }

    CellClasses highest_, number_;
    std::vector<HighestRisk> risk_, risk_of_part_;
    std::vector<double> weighted_;
};

}  // namespace papar
