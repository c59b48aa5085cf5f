// Adds up what exposure layers have in every zone, in all of it and by hazard class.
#pragma once

#include "engine/overlay/block_observer.hpp"
#include "engine/risk/block_cells.hpp"
#include "engine/risk/exposure_layer.hpp"
#include "engine/risk/shape_totals.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace papar {

// Of the features of a layer, in the layer's order: the class of each hazard where the feature is a point in a zone;
// empty otherwise.
using FeatureClasses = std::vector<std::vector<std::optional<int>>>;

class ExposureSums {
public:
    // `layers` are referred to.
    ExposureSums(std::span<const ExposureLayer> layers, std::size_t hazards);

    // A block's part. Many threads may add at once: a point lies in one cell, so in one block.
    void add(const BlockView& view, const BlockCells& cells, ShapeTotals& totals);

    [[nodiscard]] const std::vector<FeatureClasses>& feature_classes() const { return feature_classes_; }

private:
    void add_layer(const BlockView& view, std::size_t layer, const BlockCells& cells, ShapeTotals& totals) const;
    void add_cover(const BlockView& view, std::size_t cover, const BlockCells& cells, ShapeTotals& totals) const;
    void add_features(const BlockView& view, std::size_t layer, const BlockCells& cells, ShapeTotals& totals);

    std::span<const ExposureLayer> layers_;
    std::size_t hazards_;
    std::vector<FeatureClasses> feature_classes_;
};

}  // namespace papar
