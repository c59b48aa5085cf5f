// The main calculation: every block of every raster read once, all zones and all hazards of it tallied together.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/grid/analysis_grid.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/raster_source.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/overlay/block_plan.hpp"
#include "engine/overlay/hazard_classes.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/zones/hazard_pieces.hpp"
#include "engine/zones/zone_layer.hpp"
#include "engine/zones/zone_parts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace papar {

struct PopulationLayer {
    std::shared_ptr<const RasterSource> raster;
    Placement placement;
    PopulationUnit unit = PopulationUnit::count;
    bool weights = false;  // not people, but what spreads the people of a table (people_model.hpp)
};

struct HazardLayer {
    std::string id;
    std::shared_ptr<const RasterSource> raster;  // none: its land is among the input's pieces
    Placement placement;
    HazardClasses classes;
};

struct OverlayInput {
    Grid grid;
    CellArea cell_area;
    PopulationLayer population;
    std::vector<HazardLayer> hazards;
    const ZoneLayer& zones;            // whose figures are wanted
    const ZoneParts* parts = nullptr;  // what the zones keep of themselves where they overlap; null: each all of itself
    const HazardPieces* pieces = nullptr;  // of vector hazards in shapes(); null where all hazards are rasters

    // The shapes that are overlaid: the zones, or their parts.
    [[nodiscard]] const ZoneLayer& shapes() const { return parts != nullptr ? parts->layer : zones; }
};

// The blocks of this overlay.
[[nodiscard]] BlockPlan plan_blocks(const OverlayInput& input);

class BlockObserver;

// Runs in the caller's task arena, on as many threads as it has. `observer` (may be null) sees every block with zones.
// Throws an Error of kind `input` for unfit data (negative people, unknown class codes), `failed` when the balance does
// not close, `interrupted` when asked to stop.
[[nodiscard]] OverlayResult overlay(const OverlayInput& input, const ProgressCallback& progress,
                                    BlockObserver* observer = nullptr);

}  // namespace papar
