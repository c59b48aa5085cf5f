#include "engine/risk/risk_pass.hpp"

#include "engine/risk/cell_indices.hpp"
#include "engine/risk/cell_parts.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

constexpr double near_limit = 0.001;  // index units; krb method, class limits

}  // namespace

RiskPass::RiskPass(const OverlayInput& input, const RiskMethod& method, std::span<const ExposureLayer> layers,
                   Task task, std::span<const ZoneConditions> conditions, const RasterPlan& plan, RasterSink* sink)
    : input_(input),
      method_(method),
      layers_(layers),
      task_(task),
      conditions_(conditions),
      plan_(plan),
      sink_(sink),
      totals_(input.shapes().zones.size(), RiskTotals(input.hazards.size(), layers.size(),
                                                      method.environmental ? method.environmental->covers.size() : 0)),
      exposures_(layers, input.hazards.size()),
      near_limits_(input.hazards.size(), 0),
      workers_([&] { return Worker{BlockCells(input_, method_, layers_), {}, {}, {}, {}, {}}; }) {}

std::size_t RiskPass::zone_of(std::uint32_t shape) const {
    return input_.parts != nullptr ? input_.parts->owners[shape].front() : shape;
}

void RiskPass::block(const BlockView& view) {
    Worker& worker = workers_.local();
    worker.cells.load(view);
    if (task_.exposures) {
        exposures_.add(view, worker.cells, totals_);
    }
    if (!task_.indices) {
        return;
    }
    find_owners(view, worker);
    worker.multi.start(static_cast<std::size_t>(view.window.cells()), view.coverage);
    for (std::size_t hazard = 0; hazard < method_.hazards.size(); ++hazard) {
        if (method_.hazards[hazard].known) {
            run_hazard(view, hazard, worker);
        }
    }
    worker.multi.sum(view, method_, totals_);
    if (sink_ != nullptr) {
        worker.multi.write(view, plan_, *sink_);
    }
    write_capacity(view, worker);
}

// The zone that covers most of a cell gives it its indices in the rasters; the first of equals.
void RiskPass::find_owners(const BlockView& view, Worker& worker) const {
    const auto cells = static_cast<std::size_t>(view.window.cells());
    worker.owner.assign(cells, -1);
    worker.covered.assign(cells, 0);
    for (std::size_t place = 0; place < view.coverage.zones.size(); ++place) {
        for (const Span& span : view.coverage.of(view.coverage.zones[place])) {
            const auto first = static_cast<std::size_t>(span.row * view.window.cols + span.col);
            for (std::size_t cell = first; cell < first + static_cast<std::size_t>(span.cols); ++cell) {
                if (span.fraction > worker.covered[cell]) {
                    worker.covered[cell] = span.fraction;
                    worker.owner[cell] = static_cast<std::int32_t>(place);
                }
            }
        }
    }
}

void RiskPass::run_hazard(const BlockView& view, std::size_t hazard, Worker& worker) {
    start_hazard(worker.cells.classes(hazard), worker);
    sum_cells(view, hazard, worker);
    if (!input_.hazards[hazard].raster && view.pieces != nullptr) {
        sum_pieces(view, hazard, worker);
    }
    add_to_multi(hazard, worker);
    count_near_limits(view, hazard, worker);
    write_hazard(view, hazard, worker);
}

// Nothing is known yet but where there is no hazard.
void RiskPass::start_hazard(const CellClasses& classes, Worker& worker) {
    for (std::size_t kind = 0; kind < index_kinds; ++kind) {
        worker.index[kind].assign(classes.size(), no_index);
        worker.classes[kind].assign(classes.size(), no_class);
    }
    for (std::size_t cell = 0; cell < classes.size(); ++cell) {
        if (worker.owner[cell] >= 0 && classes[cell] == 0) {
            worker.classes[at(IndexKind::hazard)][cell] = 0;
            worker.classes[at(IndexKind::vulnerability)][cell] = 0;
            worker.classes[at(IndexKind::risk)][cell] = 0;
        }
    }
}

// The indices of every cell of every zone; the owner's go into the rasters. The land of a vector hazard is that of its
// pieces.
void RiskPass::sum_cells(const BlockView& view, std::size_t hazard, Worker& worker) {
    const HazardCells hazard_cells(method_, hazard, view, worker.cells);
    const CellClasses& classes = worker.cells.classes(hazard);
    const bool raster = input_.hazards[hazard].raster != nullptr;
    std::size_t next = 0;
    for (std::size_t place = 0; place < view.coverage.zones.size(); ++place) {
        const ZoneSpans& zone = view.coverage.zones[place];
        const ZoneConditions& conditions = conditions_[zone_of(zone.zone)];
        std::array<IndexTally, index_kinds> tallies{};
        each_cell(view.coverage.of(zone), view.window.cols,
                  [&](std::size_t cell, std::int64_t row, std::int64_t col, double fraction) {
                      const std::size_t part = next++;
                      if (!in_hazard(classes[cell])) {
                          return;
                      }
                      const bool owned = worker.owner[cell] == static_cast<std::int32_t>(place);
                      const CellIndices indices = hazard_cells.at_cell(row, col, classes[cell], conditions);
                      worker.multi.add_risk(part, indices.classes[at(IndexKind::risk)]);
                      const double m2 = view.areas.at(row, col) * fraction;
                      for (std::size_t kind = 0; kind < index_kinds; ++kind) {
                          tallies[kind].add(indices.classes[kind], static_cast<double>(indices.index[kind]), m2);
                          if (owned && indices.classes[kind] != 0) {
                              worker.index[kind][cell] = indices.index[kind];
                              worker.classes[kind][cell] = indices.classes[kind];
                          }
                      }
                  });
        if (raster) {
            add_indices(zone.zone, hazard, tallies);
        }
    }
}

void RiskPass::add_to_multi(std::size_t hazard, Worker& worker) const {
    const CellClasses& classes = worker.cells.classes(hazard);
    const double weight = method_.multi_weights.empty() ? 0 : method_.multi_weights[hazard];
    for (std::size_t cell = 0; cell < classes.size(); ++cell) {
        if (worker.owner[cell] < 0 || classes[cell] == no_class) {
            continue;
        }
        const auto index = static_cast<double>(worker.index[at(IndexKind::hazard)][cell]);
        worker.multi.add(cell, classes[cell], weight * index, worker.classes[at(IndexKind::risk)][cell]);
    }
}

// A vector hazard: its pieces have the exact land of hazard and zone together.
void RiskPass::sum_pieces(const BlockView& view, std::size_t hazard, const Worker& worker) {
    const HazardCells hazard_cells(method_, hazard, view, worker.cells);
    for (const ZoneSpans& spans : view.pieces->zones) {
        const HazardPiece& piece = input_.pieces->pieces[spans.zone];
        if (!piece.of || piece.of->hazard != hazard) {
            continue;
        }
        const int hazard_class = method_.hazards[hazard].three[piece.of->class_index];
        const ZoneConditions& conditions = conditions_[zone_of(piece.zone)];
        std::array<IndexTally, index_kinds> tallies{};
        each_cell(view.pieces->of(spans), view.window.cols,
                  [&](std::size_t, std::int64_t row, std::int64_t col, double fraction) {
                      const CellIndices indices = hazard_cells.at_cell(row, col, hazard_class, conditions);
                      const double m2 = view.areas.at(row, col) * fraction;
                      for (std::size_t kind = 0; kind < index_kinds; ++kind) {
                          tallies[kind].add(indices.classes[kind], static_cast<double>(indices.index[kind]), m2);
                      }
                  });
        add_indices(piece.zone, hazard, tallies);
    }
}

void RiskPass::add_indices(std::uint32_t shape, std::size_t hazard,
                           const std::array<IndexTally, index_kinds>& tallies) {
    totals_.add(shape, [&](RiskTotals& totals) {
        for (std::size_t kind = 0; kind < index_kinds; ++kind) {
            tallies[kind].add_to(totals.hazards[hazard].indices[kind]);
        }
    });
}

void RiskPass::write_capacity(const BlockView& view, const Worker& worker) const {
    if (sink_ == nullptr || !plan_.capacity) {
        return;
    }
    const std::size_t cells = worker.owner.size();
    std::vector<float> index(cells, no_index);
    CellClasses classes(cells, no_class);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (worker.owner[cell] < 0) {
            continue;
        }
        const ZoneSpans& zone = view.coverage.zones[static_cast<std::size_t>(worker.owner[cell])];
        const ZoneConditions& conditions = conditions_[zone_of(zone.zone)];
        if (conditions.capacity) {
            index[cell] = static_cast<float>(*conditions.capacity);
            classes[cell] = static_cast<std::uint8_t>(conditions.capacity_class);
        }
    }
    sink_->write_index(*plan_.capacity, view.window, index);
    sink_->write_classes(*plan_.capacity_classes, view.window, classes);
}

void RiskPass::write_hazard(const BlockView& view, std::size_t hazard, const Worker& worker) const {
    if (sink_ == nullptr) {
        return;
    }
    const HazardRasters& rasters = plan_.hazards[hazard];
    for (std::size_t kind = 0; kind < index_kinds; ++kind) {
        if (rasters.index[kind]) {
            sink_->write_index(*rasters.index[kind], view.window, worker.index[kind]);
        }
        if (rasters.classes[kind]) {
            sink_->write_classes(*rasters.classes[kind], view.window, worker.classes[kind]);
        }
    }
}

void RiskPass::count_near_limits(const BlockView& view, std::size_t hazard, const Worker& worker) {
    const HazardClasses& classes = input_.hazards[hazard].classes;
    if (!input_.hazards[hazard].raster || classes.kind != HazardKind::index) {
        return;
    }
    const CellBlock& values = view.hazards[hazard];
    std::int64_t near = 0;
    std::size_t cell = 0;
    for (std::int64_t row = 0; row < values.rows; ++row) {
        for (std::int64_t col = 0; col < values.cols; ++col, ++cell) {
            const double value = values.at(col, row);
            near += worker.owner[cell] >= 0 &&
                            std::any_of(classes.breaks.begin(), classes.breaks.end(),
                                        [&](double limit) { return std::abs(value - limit) <= near_limit; })
                        ? 1
                        : 0;
        }
    }
    const std::lock_guard lock(count_lock_);
    near_limits_[hazard] += near;
}

}  // namespace papar
