#include "engine/overlay/people_in_shapes.hpp"

#include "engine/base/error.hpp"
#include "engine/overlay/block_areas.hpp"
#include "engine/overlay/people_block.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <cstdint>
#include <mutex>

namespace papar {

namespace {

struct ShapeWorker {
    PeopleReader reader;
    CoverageSweeper sweeper;
    CellBlock people;
    std::vector<BlockCoverage> coverage;  // of the band
};

class PeoplePass {
public:
    PeoplePass(const OverlayInput& input, const ZoneLayer& shapes, const ProgressCallback& progress)
        : input_(input),
          progress_(progress),
          plan_(plan_blocks(input)),
          edges_(shapes, input.grid, plan_.bands),
          workers_([&] {
              return ShapeWorker{PeopleReader(input_), {shapes, input_.grid, plan_.columns}, {}, {}};
          }),
          totals_(shapes.zones.size()) {}

    std::vector<People> run() {
        tbb::parallel_for(
            std::int64_t{0}, plan_.bands.count(), [this](std::int64_t band) { run_band(band); },
            tbb::simple_partitioner());
        return std::move(totals_);
    }

private:
    void run_band(std::int64_t band) {
        if (!edges_.band(band).empty()) {
            ShapeWorker& worker = workers_.local();
            std::vector<BadCoverage> overlapping;  // parts of a shape may: their people then count in each
            worker.sweeper.sweep(edges_.band(band), plan_.bands.first_row(band), plan_.bands.end_row(band),
                                 worker.coverage, overlapping);
            for (std::int64_t column = 0; column < plan_.columns_count(); ++column) {
                const BlockCoverage& coverage = worker.coverage[static_cast<std::size_t>(column)];
                if (!coverage.zones.empty()) {
                    run_block(plan_.block(band, column), coverage, worker);
                }
            }
        }
        report();
    }

    void run_block(const Window& window, const BlockCoverage& coverage, ShapeWorker& worker) {
        const BlockAreas areas = block_areas(input_.cell_area, input_.grid, window);
        worker.reader.read(window, areas, worker.people);
        for (const ZoneSpans& shape : coverage.zones) {
            const ZoneTally tally = tally_zone(coverage.of(shape), worker.people, areas);
            const std::lock_guard lock(lock_);
            totals_[shape.zone] += People(tally.run_people + tally.cell_people);
        }
    }

    void report() {
        const std::lock_guard lock(lock_);
        ++done_;
        if (progress_ && !progress_({"borders", done_, plan_.bands.count(), "bands"})) {
            throw error(ErrorKind::interrupted, "interrupted: nothing was written");
        }
    }

    const OverlayInput& input_;
    const ProgressCallback& progress_;
    BlockPlan plan_;
    EdgeIndex edges_;
    tbb::enumerable_thread_specific<ShapeWorker> workers_;
    std::mutex lock_;
    std::vector<People> totals_;
    std::int64_t done_ = 0;
};

}  // namespace

std::vector<People> people_in_shapes(const OverlayInput& input, const ZoneLayer& shapes,
                                     const ProgressCallback& progress) {
    return PeoplePass(input, shapes, progress).run();
}

}  // namespace papar
