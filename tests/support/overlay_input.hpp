// A small overlay built in memory.
#pragma once

#include "engine/overlay/overlay.hpp"

#include "tests/support/memory_raster.hpp"
#include "tests/support/shapes.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace papar::test {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

inline HazardClasses thirds() {
    return {HazardKind::index, 0, {1.0 / 3.0, 2.0 / 3.0}, OnBreak::lower, {}, {"rendah", "sedang", "tinggi"}};
}

// Rasters on any grids that nest, zones, planar areas of one square metre per square unit.
class SmallOverlay {
public:
    explicit SmallOverlay(ZoneLayer zones) : zones_(std::move(zones)) {}

    SmallOverlay& population(const Grid& grid, std::vector<double> cells, CellType type = CellType::float32,
                             PopulationUnit unit = PopulationUnit::count) {
        population_ = std::make_shared<MemoryRaster>("people.tif", grid, std::move(cells), type, tile_, tile_);
        unit_ = unit;
        return *this;
    }
    SmallOverlay& hazard(const Grid& grid, std::vector<double> cells, const HazardClasses& classes = thirds(),
                         CellType type = CellType::float32) {
        const std::string id = "h" + std::to_string(hazards_.size() + 1);
        hazards_.push_back(
            {id, std::make_shared<MemoryRaster>(id + ".tif", grid, std::move(cells), type, tile_, tile_), {}, classes});
        return *this;
    }
    SmallOverlay& tiles(std::int64_t tile) {
        tile_ = tile;
        return *this;
    }

    [[nodiscard]] OverlayInput input() const {
        std::vector<NamedGrid> grids{{population_->name(), population_->grid()}};
        for (const HazardLayer& hazard : hazards_) {
            grids.push_back({hazard.raster->name(), hazard.raster->grid()});
        }
        const AnalysisGrid analysis = merge_grids(grids);
        OverlayInput input{analysis.grid,
                           CellArea::planar(analysis.grid, 1),
                           {population_, analysis.placements[0], unit_},
                           hazards_,
                           zones_};
        for (std::size_t i = 0; i < input.hazards.size(); ++i) {
            input.hazards[i].placement = analysis.placements[i + 1];
        }
        return input;
    }
    [[nodiscard]] OverlayResult run() const { return overlay(input(), {}); }

private:
    ZoneLayer zones_;
    std::shared_ptr<MemoryRaster> population_;
    PopulationUnit unit_ = PopulationUnit::count;
    std::vector<HazardLayer> hazards_;
    std::int64_t tile_ = 64;
};

}  // namespace papar::test
