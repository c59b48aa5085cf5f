// Finds the pieces of an exposure layer that lie in a window.
#pragma once

#include "engine/grid/window.hpp"
#include "engine/zones/exposure_pieces.hpp"

#include <algorithm>

namespace papar {

class ExposureRows {
public:
    explicit ExposureRows(const ExposurePieces& layer) : layer_(layer) {}

    template <typename Use>
    void each_in(const Window& window, Use use) const {
        const auto before = [](const ExposurePiece& piece, std::int64_t row) { return piece.row < row; };
        auto at = std::lower_bound(layer_.pieces.begin(), layer_.pieces.end(), window.row, before);
        for (; at != layer_.pieces.end() && at->row < window.end_row(); ++at) {
            if (at->col >= window.col && at->col < window.end_col()) {
                use(*at);
            }
        }
    }

private:
    const ExposurePieces& layer_;
};

}  // namespace papar
