// A small overlay built in memory.
#pragma once

#include "engine/io/cut_hazards.hpp"
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
    // A hazard drawn as shapes in order of class; cut with the zones.
    SmallOverlay& drawn(std::vector<HazardShape> shapes, std::vector<std::string> labels) {
        const std::string id = "h" + std::to_string(hazards_.size() + 1);
        drawn_.push_back({hazards_.size(), id, std::move(shapes)});
        hazards_.push_back({id, nullptr, {}, {HazardKind::shapes, 0, {}, OnBreak::lower, {}, std::move(labels)}});
        pieces_ = cut_with_zones(zones_, drawn_);
        return *this;
    }
    SmallOverlay& tiles(std::int64_t tile) {
        tile_ = tile;
        return *this;
    }

    [[nodiscard]] OverlayInput input() const {
        std::vector<NamedGrid> grids{{population_->name(), population_->grid()}};
        for (const HazardLayer& hazard : hazards_) {
            if (hazard.raster) {
                grids.push_back({hazard.raster->name(), hazard.raster->grid()});
            }
        }
        const AnalysisGrid analysis = merge_grids(grids);
        OverlayInput input{
            analysis.grid, CellArea::planar(analysis.grid, 1), {population_, analysis.placements[0], unit_}, hazards_,
            zones_,        nullptr, drawn_.empty() ? nullptr : &pieces_};
        std::size_t placed = 1;
        for (HazardLayer& hazard : input.hazards) {
            if (hazard.raster) {
                hazard.placement = analysis.placements[placed++];
            }
        }
        return input;
    }
    [[nodiscard]] OverlayResult run() const { return overlay(input(), {}); }

private:
    ZoneLayer zones_;
    std::shared_ptr<MemoryRaster> population_;
    PopulationUnit unit_ = PopulationUnit::count;
    std::vector<HazardLayer> hazards_;
    std::vector<DrawnHazard> drawn_;
    HazardPieces pieces_;
    std::int64_t tile_ = 64;
};

}  // namespace papar::test
