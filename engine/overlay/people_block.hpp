// The population of one block, as people per analysis cell.
#pragma once

#include "engine/grid/placed_reader.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/overlay/tally.hpp"

namespace papar {

// Reads people in cells of the analysis grid: a count is shared out among finer cells, a density is multiplied by the
// true area of each cell. One reader belongs to one thread.
class PeopleReader {
public:
    explicit PeopleReader(const OverlayInput& input);

    // Throws an Error of kind `input` naming the first cell with less than nobody. NaN is no data.
    void read(const Window& window, const BlockAreas& areas, CellBlock& people);

private:
    const OverlayInput& input_;
    PlacedReader reader_;
};

// No data is nobody.
void empty_to_zero(CellBlock& people);

}  // namespace papar
