// Reads a raster in cells of the analysis grid: cells are repeated or, for counts, shared out by size; what lies
// outside the raster is nodata.
#pragma once

#include "engine/grid/analysis_grid.hpp"
#include "engine/grid/raster_source.hpp"

#include <memory>

namespace papar {

enum class CellSplit {
    repeat,  // a value holds everywhere in its cell
    share,   // a count is spread evenly over its cell: the parts add up to the whole
};

// One reader belongs to one thread.
class PlacedReader {
public:
    PlacedReader(const RasterSource& source, const Placement& placement, CellSplit split)
        : reader_(source.reader()), placement_(placement), split_(split), type_(source.type()) {}

    // Precondition: `window` is not empty. It may reach beyond the raster.
    void read(const Window& window, CellBlock& out);

private:
    std::unique_ptr<RasterReader> reader_;
    Placement placement_;
    CellSplit split_;
    CellType type_;
    CellBlock cells_;  // of the raster, before they are brought onto the analysis grid
};

}  // namespace papar
