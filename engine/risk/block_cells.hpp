// A block's cells as the risk stage needs them, row by row without padding: the class of every hazard, and what
// exposure layers have in each cell.
#pragma once

#include "engine/grid/placed_reader.hpp"
#include "engine/overlay/block_observer.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/risk/exposure_layer.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/raster_sink.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace papar {

// Which hazard class holds in each cell: 1 to 3, 0 no hazard, no_class no data. A vector hazard's class is the one that
// covers most of the cell, the higher of equals, where hazard covers half of it or more.
using CellClasses = std::vector<std::uint8_t>;

// Belongs to one thread.
class BlockCells {
public:
    BlockCells(const OverlayInput& input, const RiskMethod& method, std::span<const ExposureLayer> layers);

    // Throws an Error of kind `input` where a raster of rupiah holds less than nothing.
    void load(const BlockView& view);

    [[nodiscard]] const CellClasses& classes(std::size_t hazard) const { return classes_[hazard]; }
    // What an exposure layer has in each cell, in its own unit: rupiah, m2 of listed classes; empty for features.
    [[nodiscard]] const std::vector<double>& amounts(std::size_t layer) const { return amounts_[layer]; }
    // Rupiah in each cell; empty for a layer without rupiah.
    [[nodiscard]] const std::vector<double>& rupiah(std::size_t layer) const { return rupiah_[layer]; }
    // 1 in each cell where the raster of a layer has no data; empty for features.
    [[nodiscard]] const std::vector<std::uint8_t>& without_value(std::size_t layer) const {
        return without_value_[layer];
    }
    // Cover types of the method.
    [[nodiscard]] std::size_t covers() const { return covers_.size(); }
    // m2 of a cover type in each cell.
    [[nodiscard]] const std::vector<double>& cover_m2(std::size_t cover) const { return covers_[cover]; }

private:
    void classify_raster(const CellBlock& values, std::size_t hazard);
    void classify_pieces(const BlockView& view, std::size_t hazard);
    void load_values(const BlockView& view, std::size_t layer);
    void load_land_cover(const BlockView& view, std::size_t layer);
    void load_features(const BlockView& view, std::size_t layer);
    [[noreturn]] void refuse_negative_rupiah(double value, std::size_t layer, std::int64_t row, std::int64_t col) const;

    const OverlayInput& input_;
    const RiskMethod& method_;
    std::span<const ExposureLayer> layers_;
    std::vector<HazardScale> scales_;
    std::vector<std::optional<PlacedReader>> readers_;  // none for features
    CellBlock values_;
    std::vector<CellClasses> classes_;
    std::vector<std::vector<double>> amounts_;
    std::vector<std::vector<double>> rupiah_;
    std::vector<std::vector<std::uint8_t>> without_value_;
    std::vector<std::vector<double>> covers_;
    std::array<std::vector<double>, risk_classes> covered_;  // by a vector hazard, in cells
};

}  // namespace papar
