#include "engine/risk/exposure_sums.hpp"

#include "engine/risk/cell_parts.hpp"

namespace papar {

namespace {

// What a zone has of the cells' amounts by the class of a hazard.
ByClass<double> by_class(std::span<const Span> spans, std::int64_t cols, const std::vector<double>& amounts,
                         const CellClasses& classes) {
    ByClass<double> sums{};
    each_cell(spans, cols, [&](std::size_t cell, auto, auto, double fraction) {
        if (in_hazard(classes[cell])) {
            sums[static_cast<std::size_t>(classes[cell] - 1)] += amounts[cell] * fraction;
        }
    });
    return sums;
}

template <typename Sum>
void add_classes(const ByClass<double>& more, ByClass<Sum>& sums) {
    for (std::size_t c = 0; c < risk_classes; ++c) {
        sums[c] += Sum(more[c]);
    }
}

}  // namespace

ExposureSums::ExposureSums(std::span<const ExposureLayer> layers, std::size_t hazards)
    : layers_(layers), hazards_(hazards) {
    for (const ExposureLayer& layer : layers) {
        FeatureClasses& classes = feature_classes_.emplace_back();
        if (layer.kind == ExposureKind::points) {
            classes.resize(layer.pieces->features.size());
        }
    }
}

void ExposureSums::add(const BlockView& view, const BlockCells& cells, ShapeTotals& totals) {
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        if (layers_[layer].pieces) {
            add_features(view, layer, cells, totals);
        } else {
            add_layer(view, layer, cells, totals);
        }
    }
    for (std::size_t cover = 0; cover < cells.covers(); ++cover) {
        add_cover(view, cover, cells, totals);
    }
}

void ExposureSums::add_layer(const BlockView& view, std::size_t layer, const BlockCells& cells,
                             ShapeTotals& totals) const {
    const std::vector<double>& amounts = cells.amounts(layer);
    const std::vector<std::uint8_t>& without = cells.without_value(layer);
    const bool of_rupiah = !cells.rupiah(layer).empty();  // the same numbers: a raster's values are its amounts
    for (const ZoneSpans& zone : view.coverage.zones) {
        const std::span<const Span> spans = view.coverage.of(zone);
        double all = 0;
        double without_m2 = 0;
        each_cell(spans, view.window.cols, [&](std::size_t cell, std::int64_t row, std::int64_t col, double fraction) {
            all += amounts[cell] * fraction;
            without_m2 += without[cell] == 1 ? view.areas.at(row, col) * fraction : 0;
        });
        std::vector<ByClass<double>> sums;
        for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
            sums.push_back(by_class(spans, view.window.cols, amounts, cells.classes(hazard)));
        }
        totals.add(zone.zone, [&](RiskTotals& of) {
            of.exposures[layer] += Amount(all);
            of.without_value[layer] += AreaM2(without_m2);
            for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
                add_classes(sums[hazard], of.hazards[hazard].exposures[layer]);
                if (of_rupiah) {
                    add_classes(sums[hazard], of.hazards[hazard].rupiah[layer]);
                }
            }
        });
    }
}

void ExposureSums::add_cover(const BlockView& view, std::size_t cover, const BlockCells& cells,
                             ShapeTotals& totals) const {
    for (const ZoneSpans& zone : view.coverage.zones) {
        std::vector<ByClass<double>> sums;
        for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
            sums.push_back(
                by_class(view.coverage.of(zone), view.window.cols, cells.cover_m2(cover), cells.classes(hazard)));
        }
        totals.add(zone.zone, [&](RiskTotals& of) {
            for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
                add_classes(sums[hazard], of.hazards[hazard].covers[cover]);
            }
        });
    }
}

// Features were cut by the shapes themselves; a piece counts whole in its shape.
void ExposureSums::add_features(const BlockView& view, std::size_t layer, const BlockCells& cells,
                                ShapeTotals& totals) {
    FeatureClasses& points = feature_classes_[layer];
    layers_[layer].rows->each_in(view.window, [&](const ExposurePiece& piece) {
        const auto cell =
            static_cast<std::size_t>((piece.row - view.window.row) * view.window.cols + piece.col - view.window.col);
        const Amount amount(piece.amount);
        const Amount rupiah(piece.rupiah);
        totals.add(piece.zone, [&](RiskTotals& of) {
            of.exposures[layer] += amount;
            for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
                const std::uint8_t hazard_class = cells.classes(hazard)[cell];
                if (in_hazard(hazard_class)) {
                    const auto c = static_cast<std::size_t>(hazard_class - 1);
                    of.hazards[hazard].exposures[layer][c] += amount;
                    of.hazards[hazard].rupiah[layer][c] += rupiah;
                }
            }
        });
        if (points.empty()) {
            return;
        }
        std::vector<std::optional<int>>& classes = points[piece.feature];
        classes.assign(hazards_, std::nullopt);
        for (std::size_t hazard = 0; hazard < hazards_; ++hazard) {
            if (cells.classes(hazard)[cell] != no_class) {
                classes[hazard] = cells.classes(hazard)[cell];
            }
        }
    });
}

}  // namespace papar
