// Lets a later stage look at every block as the overlay streams past it, so that nothing is read twice.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/overlay/tally.hpp"

#include <span>

namespace papar {

// A block with zones in it, as the overlay saw it.
struct BlockView {
    const Window& window;  // in the analysis grid
    const BlockCoverage& coverage;
    const BlockCoverage* pieces;  // of vector hazards; null: none
    const BlockAreas& areas;
    const CellBlock& people;             // in each cell; nobody is 0
    std::span<const CellBlock> hazards;  // in the study's order; a vector hazard's is empty
};

class BlockObserver {
public:
    BlockObserver() = default;
    BlockObserver(const BlockObserver&) = delete;
    BlockObserver& operator=(const BlockObserver&) = delete;
    virtual ~BlockObserver() = default;

    // Called once for every block that has zones, from many threads at once and in any order.
    virtual void block(const BlockView& view) = 0;
};

}  // namespace papar
