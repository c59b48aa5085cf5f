#include "engine/overlay/overlay.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/placed_reader.hpp"
#include "engine/overlay/block_areas.hpp"
#include "engine/overlay/block_observer.hpp"
#include "engine/overlay/combine_parts.hpp"
#include "engine/overlay/hazard_values.hpp"
#include "engine/overlay/overlaps.hpp"
#include "engine/overlay/overlay_findings.hpp"
#include "engine/overlay/people_block.hpp"
#include "engine/overlay/tally.hpp"
#include "engine/overlay/zone_totals.hpp"
#include "engine/zones/shape_area.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace papar {

namespace {

// What one thread keeps between blocks.
struct Worker {
    PeopleReader people_reader;
    std::vector<std::optional<PlacedReader>> hazard_readers;  // none for a vector hazard
    CoverageSweeper sweeper;
    std::vector<BlockCoverage> coverage;  // of the band
    std::optional<CoverageSweeper> piece_sweeper;
    std::vector<BlockCoverage> piece_coverage;
    CellBlock people;
    std::vector<CellBlock> hazards;  // one that all share, or one each where an observer looks at them together
    CellBits exposed;
    std::vector<ZoneTally> zones;
    HazardTally part;

    Worker(const OverlayInput& input, const BlockPlan& plan, bool observed)
        : people_reader(input),
          sweeper(input.shapes(), input.grid, plan.columns),
          hazards(observed ? input.hazards.size() : 1) {
        for (const HazardLayer& hazard_layer : input.hazards) {
            std::optional<PlacedReader>& reader = hazard_readers.emplace_back();
            if (hazard_layer.raster) {
                reader.emplace(*hazard_layer.raster, hazard_layer.placement, CellSplit::repeat);
            }
        }
        if (input.pieces != nullptr) {
            piece_sweeper.emplace(input.pieces->shapes, input.grid, plan.columns);
        }
    }
};

class Pass {
public:
    Pass(const OverlayInput& input, const ProgressCallback& progress, BlockObserver* observer)
        : input_(input),
          progress_(progress),
          observer_(observer),
          plan_(plan_blocks(input)),
          edges_(input.shapes(), input.grid, plan_.bands),
          totals_(input.shapes().zones.size(), class_counts(input)),
          workers_([this] { return Worker(input_, plan_, observer_ != nullptr); }),
          lowest_(input.hazards.size(), 0.0) {
        for (const HazardLayer& hazard : input.hazards) {
            scales_.emplace_back(hazard.raster ? hazard.classes : HazardClasses{});  // shapes have no values
        }
        if (input.pieces != nullptr) {
            piece_edges_.emplace(input.pieces->shapes, input.grid, plan_.bands);
        }
    }

    void run() {
        tbb::parallel_for(
            std::int64_t{0}, plan_.bands.count(), [this](std::int64_t band) { run_band(band); },
            tbb::simple_partitioner());
        for (std::size_t hazard = 0; hazard < input_.hazards.size(); ++hazard) {
            if (!input_.hazards[hazard].raster) {
                totals_.close_vector_hazard(hazard);
            }
        }
    }

    [[nodiscard]] const ZoneTotals& totals() const { return totals_; }
    [[nodiscard]] const Overlaps& overlaps() const { return overlaps_; }
    [[nodiscard]] const std::vector<double>& lowest_values() const { return lowest_; }

private:
    static std::vector<std::size_t> class_counts(const OverlayInput& input) {
        std::vector<std::size_t> counts;
        for (const HazardLayer& hazard : input.hazards) {
            counts.push_back(hazard.classes.count());
        }
        return counts;
    }

    // Coverage once for the band; its blocks may then go to other threads.
    void run_band(std::int64_t band) {
        Worker& worker = workers_.local();
        std::vector<BlockCoverage>& coverage =
            worker.coverage;  // this thread begins no other band before this one is done
        std::vector<BadCoverage> bad;
        worker.sweeper.sweep(edges_.band(band), plan_.bands.first_row(band), plan_.bands.end_row(band), coverage, bad);
        if (!bad.empty()) {
            throw_bad(input_.shapes(), bad.front());
        }
        sweep_pieces(band, worker);
        const std::vector<BlockCoverage>& pieces = worker.piece_coverage;
        tbb::this_task_arena::isolate([&] {
            tbb::parallel_for(
                std::int64_t{0}, plan_.columns_count(),
                [&](std::int64_t column) {
                    const auto block = static_cast<std::size_t>(column);
                    run_block(plan_.block(band, column), coverage[block], pieces.empty() ? nullptr : &pieces[block],
                              workers_.local());
                    report();
                },
                tbb::simple_partitioner());
        });
    }

    void sweep_pieces(std::int64_t band, Worker& worker) {
        if (!piece_edges_) {
            return;
        }
        std::vector<BadCoverage> bad;
        worker.piece_sweeper->sweep(piece_edges_->band(band), plan_.bands.first_row(band), plan_.bands.end_row(band),
                                    worker.piece_coverage, bad);
        if (!bad.empty()) {
            throw_bad(input_.pieces->shapes, bad.front());
        }
    }

    // `pieces` may be null: no vector hazards.
    void run_block(const Window& window, const BlockCoverage& coverage, const BlockCoverage* pieces, Worker& worker) {
        if (coverage.zones.empty() && intersection(window, input_.population.placement.window()).empty()) {
            return;  // nobody and nothing to count
        }
        const BlockAreas areas = block_areas(input_.cell_area, input_.grid, window);
        worker.people_reader.read(window, areas, worker.people);
        worker.zones.clear();
        for (const ZoneSpans& zone : coverage.zones) {
            worker.zones.push_back(tally_zone(coverage.of(zone), worker.people, areas));
            totals_.add_zone(zone.zone, worker.zones.back());
        }
        empty_to_zero(worker.people);
        const PopulationTally population = tally_population(coverage, worker.people);
        totals_.add_population(population);
        if (coverage.zones.empty()) {
            return;
        }
        if (population.overlapped) {
            note_overlaps(coverage, window, areas);
        }
        worker.exposed.reset(window.cols, window.rows);
        for (std::size_t hazard = 0; hazard < input_.hazards.size(); ++hazard) {
            if (input_.hazards[hazard].raster) {
                run_hazard(hazard, window, coverage, areas, worker);
            }
        }
        for (const ZoneSpans& zone : coverage.zones) {
            totals_.add_exposed(zone.zone, tally_exposed(coverage.of(zone), worker.people, areas, worker.exposed));
        }
        if (pieces != nullptr) {
            run_pieces(*pieces, areas, worker);
        }
        if (observer_ != nullptr) {
            observer_->block({window, coverage, pieces, areas, worker.people, worker.hazards});
        }
    }

    // Vector hazards: a piece has its people and area as a zone has. In a cell that a raster hazard exposes the whole
    // zone is in some hazard already; in the others it is the pieces' land.
    void run_pieces(const BlockCoverage& coverage, const BlockAreas& areas, Worker& worker) {
        worker.exposed.flip();
        for (const ZoneSpans& covered : coverage.zones) {
            const HazardPiece& piece = input_.pieces->pieces[covered.zone];
            if (piece.of) {
                totals_.add_piece(piece.zone, piece.of->hazard, piece.of->class_index,
                                  tally_zone(coverage.of(covered), worker.people, areas));
            }
            if (piece.counts_for_any) {
                totals_.add_exposed(piece.zone,
                                    tally_exposed(coverage.of(covered), worker.people, areas, worker.exposed));
            }
        }
    }

    void run_hazard(std::size_t hazard, const Window& window, const BlockCoverage& coverage, const BlockAreas& areas,
                    Worker& worker) {
        const HazardLayer& layer = input_.hazards[hazard];
        CellBlock& values = worker.hazards[observer_ != nullptr ? hazard : 0];
        worker.hazard_readers[hazard]->read(window, values);
        note_lowest(hazard, refuse_unfit_values(values, layer.classes, layer.raster->name(), input_.grid, window));
        for (std::size_t i = 0; i < coverage.zones.size(); ++i) {
            tally_hazard(coverage.of(coverage.zones[i]), values, worker.people, areas, scales_[hazard], worker.zones[i],
                         worker.exposed, worker.part);
            if (layer.classes.kind == HazardKind::index && worker.part.max > 1 + index_slack) {
                refuse_above_one(values, layer.raster->name(), input_.grid, window);
            }
            totals_.add_hazard(coverage.zones[i].zone, hazard, worker.part);
        }
    }

    void note_overlaps(const BlockCoverage& coverage, const Window& window, const BlockAreas& areas) {
        const Overlaps found = find_overlaps(coverage, window.rows, areas);
        const std::lock_guard lock(lock_);
        overlaps_.merge(found);
    }

    void note_lowest(std::size_t hazard, double value) {
        if (value < 0) {
            const std::lock_guard lock(lock_);
            lowest_[hazard] = std::min(lowest_[hazard], value);
        }
    }

    void report() {
        const std::lock_guard lock(lock_);
        ++done_;
        const std::int64_t blocks = plan_.bands.count() * plan_.columns_count();
        if (progress_ && !progress_({"overlay", done_, blocks, "blocks"})) {
            throw error(ErrorKind::interrupted, "interrupted: nothing was written");
        }
    }

    [[noreturn]] void throw_bad(const ZoneLayer& layer, const BadCoverage& bad) const {
        const Zone& zone = layer.zones[bad.zone];
        throw error(ErrorKind::failed,
                    "zone {} ({}): its rings overlap near x {:.8g}, y {:.8g} although it passed as valid; please "
                    "report this with the layer",
                    zone.code, zone.name, input_.grid.x_of(static_cast<double>(bad.col)),
                    input_.grid.y_of(static_cast<double>(bad.row)));
    }

    const OverlayInput& input_;
    const ProgressCallback& progress_;
    BlockObserver* observer_;  // may be null
    BlockPlan plan_;
    EdgeIndex edges_;
    std::optional<EdgeIndex> piece_edges_;
    ZoneTotals totals_;
    tbb::enumerable_thread_specific<Worker> workers_;
    std::vector<HazardScale> scales_;
    std::mutex lock_;
    Overlaps overlaps_;
    std::vector<double> lowest_;  // value below 0 of each hazard in the blocks read; 0 where there is none
    std::int64_t done_ = 0;
};

// `allowance`: see ZoneTotals; it matters only where there is hardly anybody.
void refuse_open_balance(const OverlayResult& result, double allowance) {
    const auto refuse = [allowance](const std::string& what, People difference, People total) {
        if (!(std::abs(difference.value()) <= balance_tolerance * total.value() + allowance)) {
            throw error(
                ErrorKind::failed,
                "the balance of people does not close: {} differ by {:.3g} people of {:.9g}; please report this "
                "with the study",
                what, difference.value(), total.value());
        }
    };
    const Balance& all = result.balance;
    refuse("people in the raster and people in and outside zones",
           all.in_raster - (all.in_zones + all.outside_zones - all.counted_twice), all.in_raster);
    for (const HazardBalance& hazard : result.by_hazard) {
        People sum = hazard.no_hazard + hazard.no_data;
        for (const People& people : hazard.classes) {
            sum += people;
        }
        refuse("people in zones and the classes of one hazard", all.in_zones - sum, all.in_zones);
    }
}

}  // namespace

BlockPlan plan_blocks(const OverlayInput& input) {
    std::vector<Tiling> tilings;
    const auto add = [&](const RasterSource& raster, const Placement& placement) {
        tilings.push_back({placement, raster.tile_cols(), raster.tile_rows()});
    };
    add(*input.population.raster, input.population.placement);
    for (const HazardLayer& hazard : input.hazards) {
        if (hazard.raster) {
            add(*hazard.raster, hazard.placement);
        }
    }
    return plan_blocks(input.grid, tilings);
}

OverlayResult overlay(const OverlayInput& input, const ProgressCallback& progress, BlockObserver* observer) {
    Pass pass(input, progress, observer);
    pass.run();
    OverlayResult result;
    result.zones = pass.totals().zone_figures();
    tbb::parallel_for(std::size_t{0}, result.zones.size(), [&](std::size_t zone) {
        ZoneFigures& figures = result.zones[zone];
        figures.area_outside = area_outside(input.shapes().shape_on_grid(zone), input.grid, input.cell_area);
        figures.area += figures.area_outside;
    });
    if (input.parts != nullptr) {
        result.zones = combine_parts(result.zones, *input.parts, input.zones.zones.size());
    }
    result.balance = pass.totals().balance();
    result.by_hazard = pass.totals().hazard_balances();
    refuse_open_balance(result, pass.totals().rounding_allowance());
    result.findings = overlay_findings(input, result, pass.overlaps(), pass.lowest_values());
    return result;
}

}  // namespace papar
