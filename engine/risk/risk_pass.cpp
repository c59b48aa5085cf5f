#include "engine/risk/risk_pass.hpp"

#include "engine/risk/cell_indices.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

constexpr double units_per_cell = 1073741824.0;  // 2^30
constexpr double near_limit = 0.001;             // index units; krb method, class limits

double part_of_cell(const Span& span) {
    return span.fraction / units_per_cell;
}

// Calls for every cell of a zone in a block: its place, row, column and the covered fraction.
template <typename Use>
void each_cell(std::span<const Span> spans, std::int64_t cols, Use use) {
    for (const Span& span : spans) {
        const double fraction = part_of_cell(span);
        for (std::int32_t col = span.col; col < span.end_col(); ++col) {
            use(static_cast<std::size_t>(span.row * cols + col), span.row, col, fraction);
        }
    }
}

bool in_hazard(std::uint8_t hazard_class) {
    return hazard_class >= 1 && hazard_class <= risk_classes;
}

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
      totals_(input.shapes().zones.size(), no_totals()),
      near_limits_(input.hazards.size(), 0),
      workers_([&] { return Worker{BlockCells(input_, method_, layers_), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) {
    for (const ExposureLayer& layer : layers) {
        FeatureClasses& classes = feature_classes_.emplace_back();
        if (layer.kind == ExposureKind::points) {
            classes.resize(layer.pieces->features.size());
        }
        if (layer.pieces) {
            features_.assign(input.zones.zones.size(), no_totals());
        }
    }
}

RiskTotals RiskPass::no_totals() const {
    return {input_.hazards.size(), layers_.size(), method_.environmental ? method_.environmental->covers.size() : 0};
}

std::size_t RiskPass::zone_of(std::uint32_t shape) const {
    return input_.parts != nullptr ? input_.parts->owners[shape].front() : shape;
}

void RiskPass::block(const BlockView& view) {
    Worker& worker = workers_.local();
    worker.cells.load(view);
    if (task_.exposures) {
        sum_exposures(view, worker);
        sum_features(view, worker);
    }
    if (!task_.indices) {
        return;
    }
    find_owners(view, worker);
    const auto cells = static_cast<std::size_t>(view.window.cells());
    worker.highest.assign(cells, no_class);
    worker.number.assign(cells, 0);
    worker.highest_risk.assign(cells, no_class);
    worker.risk_unknown.assign(cells, false);
    worker.weighted.assign(cells, 0);
    for (std::size_t hazard = 0; hazard < method_.hazards.size(); ++hazard) {
        if (method_.hazards[hazard].known) {
            run_hazard(view, hazard, worker);
        }
    }
    run_multi(view, worker);
    write_capacity(view, worker);
}

void RiskPass::sum_exposures(const BlockView& view, const Worker& worker) {
    for (const ZoneSpans& zone : view.coverage.zones) {
        const std::span<const Span> spans = view.coverage.of(zone);
        const std::lock_guard lock(lock_of(zone.zone));
        RiskTotals& totals = totals_[zone.zone];
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            const std::vector<double>& amounts = worker.cells.amounts(layer);
            if (amounts.empty()) {
                continue;
            }
            double all = 0;
            each_cell(spans, view.window.cols,
                      [&](std::size_t cell, auto, auto, double fraction) { all += amounts[cell] * fraction; });
            totals.exposures[layer] += Amount(all);
        }
        const auto by_class = [&](const std::vector<double>& amounts, const CellClasses& classes) {
            ByClass<double> sums{};
            each_cell(spans, view.window.cols, [&](std::size_t cell, auto, auto, double fraction) {
                if (in_hazard(classes[cell])) {
                    sums[static_cast<std::size_t>(classes[cell] - 1)] += amounts[cell] * fraction;
                }
            });
            return sums;
        };
        for (std::size_t hazard = 0; hazard < method_.hazards.size(); ++hazard) {
            const CellClasses& classes = worker.cells.classes(hazard);
            HazardTotals& of = totals.hazards[hazard];
            for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
                if (worker.cells.amounts(layer).empty()) {
                    continue;
                }
                const ByClass<double> sums = by_class(worker.cells.amounts(layer), classes);
                for (std::size_t c = 0; c < risk_classes; ++c) {
                    of.exposures[layer][c] += Amount(sums[c]);
                }
            }
            for (std::size_t cover = 0; cover < of.covers.size(); ++cover) {
                const ByClass<double> sums = by_class(worker.cells.cover_m2(cover), classes);
                for (std::size_t c = 0; c < risk_classes; ++c) {
                    of.covers[cover][c] += AreaM2(sums[c]);
                }
            }
        }
    }
}

// Features were cut by the zones themselves; a piece counts whole in its zone.
void RiskPass::sum_features(const BlockView& view, const Worker& worker) {
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        if (!layers_[layer].pieces) {
            continue;
        }
        layers_[layer].rows->each_in(view.window, [&](const ExposurePiece& piece) {
            const auto cell = static_cast<std::size_t>((piece.row - view.window.row) * view.window.cols + piece.col -
                                                       view.window.col);
            const std::lock_guard lock(lock_of(piece.zone));
            RiskTotals& totals = features_[piece.zone];
            totals.exposures[layer] += Amount(piece.amount);
            std::vector<std::optional<int>> classes(method_.hazards.size());
            for (std::size_t hazard = 0; hazard < method_.hazards.size(); ++hazard) {
                const std::uint8_t hazard_class = worker.cells.classes(hazard)[cell];
                if (in_hazard(hazard_class)) {
                    totals.hazards[hazard].exposures[layer][static_cast<std::size_t>(hazard_class - 1)] +=
                        Amount(piece.amount);
                }
                if (hazard_class != no_class) {
                    classes[hazard] = hazard_class;
                }
            }
            if (!feature_classes_[layer].empty()) {
                feature_classes_[layer][piece.feature] = std::move(classes);
            }
        });
    }
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
    const HazardCells hazard_cells(method_, hazard, view, worker.cells);
    const CellClasses& classes = worker.cells.classes(hazard);
    const auto cells = static_cast<std::size_t>(view.window.cells());
    for (std::size_t kind = 0; kind < index_kinds; ++kind) {
        worker.index[kind].assign(cells, no_index);
        worker.classes[kind].assign(cells, no_class);
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (worker.owner[cell] >= 0 && classes[cell] == 0) {
            worker.classes[at(IndexKind::hazard)][cell] = 0;
            worker.classes[at(IndexKind::vulnerability)][cell] = 0;
            worker.classes[at(IndexKind::risk)][cell] = 0;
        }
    }
    const bool raster = input_.hazards[hazard].raster != nullptr;
    for (std::size_t place = 0; place < view.coverage.zones.size(); ++place) {
        const ZoneSpans& zone = view.coverage.zones[place];
        const ZoneConditions& conditions = conditions_[zone_of(zone.zone)];
        std::array<IndexTally, index_kinds> tallies{};
        each_cell(view.coverage.of(zone), view.window.cols,
                  [&](std::size_t cell, std::int64_t row, std::int64_t col, double fraction) {
                      const bool owned = worker.owner[cell] == static_cast<std::int32_t>(place);
                      if (!in_hazard(classes[cell]) || (!raster && !owned)) {
                          return;
                      }
                      const CellIndices indices = hazard_cells.at_cell(row, col, classes[cell], conditions);
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
    if (!raster && view.pieces != nullptr) {
        sum_pieces(view, hazard, worker);
    }
    const double weight = method_.multi_weights.empty() ? 0 : method_.multi_weights[hazard];
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::uint8_t hazard_class = worker.owner[cell] >= 0 ? classes[cell] : no_class;
        if (hazard_class == no_class) {
            continue;
        }
        worker.highest[cell] =
            worker.highest[cell] == no_class ? hazard_class : std::max(worker.highest[cell], hazard_class);
        if (hazard_class == 0) {
            continue;
        }
        ++worker.number[cell];
        worker.weighted[cell] += weight * static_cast<double>(worker.index[at(IndexKind::hazard)][cell]);
        const std::uint8_t risk = worker.classes[at(IndexKind::risk)][cell];
        if (risk == no_class) {
            worker.risk_unknown[cell] = true;
        } else {
            worker.highest_risk[cell] =
                worker.highest_risk[cell] == no_class ? risk : std::max(worker.highest_risk[cell], risk);
        }
    }
    count_near_limits(view, hazard, worker);
    write_hazard(view, hazard, worker);
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
    const std::lock_guard lock(lock_of(shape));
    for (std::size_t kind = 0; kind < index_kinds; ++kind) {
        tallies[kind].add_to(totals_[shape].hazards[hazard].indices[kind]);
    }
}

// Multi-hazard land is that of the cells: what the rasters say, times the exact part of each cell.
void RiskPass::run_multi(const BlockView& view, Worker& worker) {
    for (const ZoneSpans& zone : view.coverage.zones) {
        IndexTally highest;
        IndexTally weighted;
        IndexTally risk;
        std::vector<ByClass<double>> by_number(method_.hazards.size());
        each_cell(view.coverage.of(zone), view.window.cols,
                  [&](std::size_t cell, std::int64_t row, std::int64_t col, double fraction) {
                      if (worker.number[cell] == 0) {
                          return;
                      }
                      const double m2 = view.areas.at(row, col) * fraction;
                      highest.add(worker.highest[cell], 0, m2);
                      by_number[worker.number[cell] - 1U][worker.highest[cell] - 1U] += m2;
                      const double index = worker.weighted[cell];
                      weighted.add(class_of(index, method_.breaks), index, m2);
                      const bool known = !worker.risk_unknown[cell] && worker.highest_risk[cell] != no_class;
                      risk.add(known ? worker.highest_risk[cell] : 0, 0, m2);
                  });
        const std::lock_guard lock(lock_of(zone.zone));
        MultiTotals& totals = totals_[zone.zone].multi;
        highest.add_to(totals.highest);
        weighted.add_to(totals.weighted);
        risk.add_to(totals.risk);
        for (std::size_t n = 0; n < by_number.size(); ++n) {
            for (std::size_t c = 0; c < risk_classes; ++c) {
                totals.by_number[n][c] += AreaM2(by_number[n][c]);
            }
        }
    }
    if (sink_ == nullptr || !plan_.multi_classes) {
        return;
    }
    sink_->write_classes(*plan_.multi_classes, view.window, worker.highest);
    CellClasses number = worker.number;
    CellClasses risk = worker.highest_risk;
    worker.floats.assign(number.size(), no_index);
    for (std::size_t cell = 0; cell < number.size(); ++cell) {
        const bool any = worker.number[cell] > 0;
        if (worker.highest[cell] == no_class) {
            number[cell] = no_class;
        }
        if (worker.highest[cell] == 0) {
            risk[cell] = 0;
        } else if (worker.risk_unknown[cell]) {
            risk[cell] = no_class;
        }
        if (any) {
            worker.floats[cell] = static_cast<float>(worker.weighted[cell]);
        }
    }
    sink_->write_classes(*plan_.multi_number, view.window, number);
    if (plan_.multi_hazard) {
        sink_->write_index(*plan_.multi_hazard, view.window, worker.floats);
    }
    if (plan_.multi_risk) {
        sink_->write_classes(*plan_.multi_risk, view.window, risk);
    }
}

void RiskPass::write_capacity(const BlockView& view, Worker& worker) {
    if (sink_ == nullptr || !plan_.capacity) {
        return;
    }
    const std::size_t cells = worker.owner.size();
    worker.floats.assign(cells, no_index);
    CellClasses& classes = worker.classes[0];
    classes.assign(cells, no_class);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (worker.owner[cell] < 0) {
            continue;
        }
        const ZoneSpans& zone = view.coverage.zones[static_cast<std::size_t>(worker.owner[cell])];
        const ZoneConditions& conditions = conditions_[zone_of(zone.zone)];
        if (conditions.capacity) {
            worker.floats[cell] = static_cast<float>(*conditions.capacity);
            classes[cell] = static_cast<std::uint8_t>(conditions.capacity_class);
        }
    }
    sink_->write_index(*plan_.capacity, view.window, worker.floats);
    sink_->write_classes(*plan_.capacity_classes, view.window, classes);
}

void RiskPass::write_hazard(const BlockView& view, std::size_t hazard, const Worker& worker) {
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

std::vector<RiskTotals> RiskPass::zone_totals() const {
    std::vector<RiskTotals> zones;
    if (input_.parts == nullptr) {
        zones = totals_;
    } else {
        zones.assign(input_.zones.zones.size(), no_totals());
        for (std::size_t part = 0; part < totals_.size(); ++part) {
            const std::vector<std::uint32_t>& owners = input_.parts->owners[part];
            for (std::size_t place = 0; place < owners.size(); ++place) {
                add_share(totals_[part], owners.size(), place, zones[owners[place]]);
            }
        }
    }
    for (std::size_t zone = 0; zone < features_.size(); ++zone) {
        add(features_[zone], zones[zone]);
    }
    return zones;
}

}  // namespace papar
