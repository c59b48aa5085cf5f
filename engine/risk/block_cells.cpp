#include "engine/risk/block_cells.hpp"

#include "engine/base/error.hpp"
#include "engine/base/hectare.hpp"
#include "engine/risk/cell_parts.hpp"

#include <cmath>

namespace papar {

namespace {}  // namespace

BlockCells::BlockCells(const OverlayInput& input, const RiskMethod& method, std::span<const ExposureLayer> layers)
    : input_(input),
      method_(method),
      layers_(layers),
      classes_(input.hazards.size()),
      amounts_(layers.size()),
      rupiah_(layers.size()),
      without_value_(layers.size()),
      covers_(method.environmental ? method.environmental->covers.size() : 0) {
    for (const HazardLayer& hazard : input.hazards) {
        scales_.emplace_back(hazard.raster ? hazard.classes : HazardClasses{});
    }
    for (const ExposureLayer& layer : layers) {
        std::optional<PlacedReader>& reader = readers_.emplace_back();
        if (layer.raster) {
            const bool amount = layer.kind == ExposureKind::value && layer.unit == ValueUnit::per_cell;
            reader.emplace(*layer.raster, layer.placement, amount ? CellSplit::share : CellSplit::repeat);
        }
    }
}

void BlockCells::load(const BlockView& view) {
    const auto cells = static_cast<std::size_t>(view.window.cells());
    for (std::size_t hazard = 0; hazard < classes_.size(); ++hazard) {
        classes_[hazard].assign(cells, no_class);
        if (!method_.hazards[hazard].known) {
            continue;
        }
        if (input_.hazards[hazard].raster) {
            classify_raster(view.hazards[hazard], hazard);
        } else {
            classify_pieces(view, hazard);
        }
    }
    for (std::vector<double>& cover : covers_) {
        cover.assign(cells, 0);
    }
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        switch (layers_[layer].kind) {
            case ExposureKind::value:
                load_values(view, layer);
                break;
            case ExposureKind::land_cover:
                load_land_cover(view, layer);
                break;
            case ExposureKind::polygons:
            case ExposureKind::points:
            case ExposureKind::lines:
                load_features(view, layer);
                break;
        }
    }
}

void BlockCells::classify_raster(const CellBlock& values, std::size_t hazard) {
    const HazardScale& scale = scales_[hazard];
    std::vector<std::uint8_t> parts(method_.hazards[hazard].three.begin(), method_.hazards[hazard].three.end());
    parts.push_back(0);
    parts.push_back(no_class);
    CellClasses& classes = classes_[hazard];
    std::size_t cell = 0;
    for (std::int64_t row = 0; row < values.rows; ++row) {
        const auto start = static_cast<std::size_t>(row * values.stride);
        for (std::size_t i = start; i < start + static_cast<std::size_t>(values.cols); ++i, ++cell) {
            const int part =
                values.type == CellType::float32 ? scale.part_of(values.f32[i]) : scale.part_of(values.f64[i]);
            classes[cell] = parts[static_cast<std::size_t>(part)];
        }
    }
}

void BlockCells::classify_pieces(const BlockView& view, std::size_t hazard) {
    CellClasses& classes = classes_[hazard];
    for (std::vector<double>& covered : covered_) {
        covered.assign(classes.size(), 0);
    }
    for (const ZoneSpans& spans : view.pieces->zones) {
        const HazardPiece& piece = input_.pieces->pieces[spans.zone];
        if (!piece.of || piece.of->hazard != hazard) {
            continue;
        }
        const int three = method_.hazards[hazard].three[piece.of->class_index];
        std::vector<double>& covered = covered_[static_cast<std::size_t>(three - 1)];
        each_cell(view.pieces->of(spans), view.window.cols,
                  [&](std::size_t cell, auto, auto, double fraction) { covered[cell] += fraction; });
    }
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const double all = covered_[0][i] + covered_[1][i] + covered_[2][i];
        std::size_t most = 0;
        for (std::size_t c = 1; c < risk_classes; ++c) {
            most = covered_[c][i] >= covered_[most][i] ? c : most;
        }
        classes[i] = all >= 0.5 ? static_cast<std::uint8_t>(most + 1) : std::uint8_t{0};
    }
}

void BlockCells::load_values(const BlockView& view, std::size_t layer) {
    readers_[layer]->read(view.window, values_);
    std::vector<double>& amounts = amounts_[layer];
    amounts.clear();
    without_value_[layer].clear();
    for (std::int64_t row = 0; row < values_.rows; ++row) {
        for (std::int64_t col = 0; col < values_.cols; ++col) {
            const double value = values_.at(col, row);
            if (value < 0) {
                refuse_negative_rupiah(value, layer, view.window.row + row, view.window.col + col);
            }
            const double cells =
                layers_[layer].unit == ValueUnit::per_cell ? 1.0 : view.areas.at(row, col) / m2_per_hectare;
            amounts.push_back(std::isnan(value) ? 0 : value * cells);
            without_value_[layer].push_back(std::isnan(value) ? 1 : 0);
        }
    }
    rupiah_[layer] = amounts;
}

void BlockCells::refuse_negative_rupiah(double value, std::size_t layer, std::int64_t row, std::int64_t col) const {
    throw error(ErrorKind::input,
                "{}: the cell at x {:.8g}, y {:.8g} holds {:.9g} rupiah, less than nothing; where it stands for no "
                "data, write nodata = [{:.9g}] for this exposure",
                layers_[layer].raster->name(), input_.grid.x_of(static_cast<double>(col) + 0.5),
                input_.grid.y_of(static_cast<double>(row) + 0.5), value, value);
}

void BlockCells::load_land_cover(const BlockView& view, std::size_t layer) {
    const ExposureLayer& of = layers_[layer];
    readers_[layer]->read(view.window, values_);
    std::vector<double>& amounts = amounts_[layer];
    amounts.assign(static_cast<std::size_t>(view.window.cells()), 0);
    without_value_[layer].assign(amounts.size(), 0);
    std::size_t cell = 0;
    for (std::int64_t row = 0; row < values_.rows; ++row) {
        for (std::int64_t col = 0; col < values_.cols; ++col, ++cell) {
            const double value = values_.at(col, row);
            if (std::isnan(value)) {
                without_value_[layer][cell] = 1;
                continue;
            }
            const auto code = static_cast<std::int64_t>(std::llround(value));
            const double m2 = view.areas.at(row, col);
            if (const auto price = of.rupiah_per_hectare.find(code); price != of.rupiah_per_hectare.end()) {
                amounts[cell] = price->second * m2 / m2_per_hectare;
            }
            if (const auto cover = of.cover.find(code); cover != of.cover.end()) {
                amounts[cell] = of.rupiah_per_hectare.empty() ? m2 : amounts[cell];
                if (cover->second) {
                    covers_[*cover->second][cell] += m2;
                }
            }
        }
    }
    rupiah_[layer].clear();
    if (!of.rupiah_per_hectare.empty()) {
        rupiah_[layer] = amounts;
    }
}

void BlockCells::load_features(const BlockView& view, std::size_t layer) {
    std::vector<double>& rupiah = rupiah_[layer];
    rupiah.assign(static_cast<std::size_t>(view.window.cells()), 0);
    layers_[layer].rows->each_in(view.window, [&](const ExposurePiece& piece) {
        rupiah[static_cast<std::size_t>((piece.row - view.window.row) * view.window.cols + piece.col -
                                        view.window.col)] += piece.rupiah;
    });
}

}  // namespace papar
