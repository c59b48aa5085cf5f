// Looks at every block of the overlay: sums exposure and indices by zone, and hands the cells' indices to the rasters.
#pragma once

#include "engine/overlay/block_observer.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/risk/block_cells.hpp"
#include "engine/risk/exposure_layer.hpp"
#include "engine/risk/exposure_sums.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/multi_cells.hpp"
#include "engine/risk/raster_plan.hpp"
#include "engine/risk/risk_totals.hpp"
#include "engine/risk/shape_totals.hpp"
#include "engine/risk/zone_conditions.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace papar {

class RiskPass : public BlockObserver {
public:
    // What a pass is for. Exposures come first where RiskMethod::needs_zone_sums() or a table says how many people
    // there are; otherwise one pass does both.
    struct Task {
        bool exposures = true;
        bool indices = true;
    };

    // `conditions` are those of the zones, for `indices`. `sink` may be null: no rasters. Everything is referred to.
    RiskPass(const OverlayInput& input, const RiskMethod& method, std::span<const ExposureLayer> layers, Task task,
             std::span<const ZoneConditions> conditions, const RasterPlan& plan, RasterSink* sink);

    void block(const BlockView& view) override;

    // By zone of the layer; where zones were cut into parts, the parts' sums shared by their owners.
    [[nodiscard]] std::vector<RiskTotals> zone_totals() const { return totals_.by_zone(input_); }
    // By layer.
    [[nodiscard]] const std::vector<FeatureClasses>& feature_classes() const { return exposures_.feature_classes(); }
    // Cells in zones whose index is within 0.001 of a class limit, by hazard.
    [[nodiscard]] const std::vector<std::int64_t>& cells_near_limits() const { return near_limits_; }

private:
    struct Worker {
        BlockCells cells;
        std::vector<std::int32_t> owner;    // place of the zone that covers most of the cell in the block's list; -1
        std::vector<std::int32_t> covered;  // by the owner
        std::array<std::vector<float>, index_kinds> index;
        std::array<CellClasses, index_kinds> classes;
        MultiCells multi;
    };

    // The zone whose conditions hold in a shape of the overlay: the first owner of a part.
    [[nodiscard]] std::size_t zone_of(std::uint32_t shape) const;
    void find_owners(const BlockView& view, Worker& worker) const;
    void run_hazard(const BlockView& view, std::size_t hazard, Worker& worker);
    static void start_hazard(const CellClasses& classes, Worker& worker);
    void sum_cells(const BlockView& view, std::size_t hazard, Worker& worker);
    void sum_pieces(const BlockView& view, std::size_t hazard, const Worker& worker);
    void add_to_multi(std::size_t hazard, Worker& worker) const;
    void write_capacity(const BlockView& view, const Worker& worker) const;
    void write_hazard(const BlockView& view, std::size_t hazard, const Worker& worker) const;
    void count_near_limits(const BlockView& view, std::size_t hazard, const Worker& worker);
    void add_indices(std::uint32_t shape, std::size_t hazard, const std::array<IndexTally, index_kinds>& tallies);

    const OverlayInput& input_;
    const RiskMethod& method_;
    std::span<const ExposureLayer> layers_;
    Task task_;
    std::span<const ZoneConditions> conditions_;
    const RasterPlan& plan_;
    RasterSink* sink_;
    ShapeTotals totals_;
    ExposureSums exposures_;
    std::vector<std::int64_t> near_limits_;
    std::mutex count_lock_;
    tbb::enumerable_thread_specific<Worker> workers_;
};

}  // namespace papar
