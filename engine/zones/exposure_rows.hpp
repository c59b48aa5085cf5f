// Which pieces of an exposure layer lie in a window, without looking at the others.
#pragma once

#include "engine/grid/window.hpp"
#include "engine/zones/exposure_pieces.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace papar {

// Refers to the pieces, which must stand as exposure_pieces.hpp says. Immutable; may be shared by threads.
class ExposureRows {
public:
    explicit ExposureRows(const ExposurePieces& pieces) : pieces_(pieces.pieces) {
        if (pieces_.empty()) {
            return;
        }
        first_row_ = pieces_.front().row;
        starts_.reserve(static_cast<std::size_t>(pieces_.back().row - first_row_) + 2);
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            while (row_end() <= pieces_[i].row) {
                starts_.push_back(i);
            }
        }
        starts_.push_back(pieces_.size());
    }

    // Calls `use(piece)` for every piece in the window, in their order.
    template <class Use>
    void each_in(const Window& window, Use use) const {
        const std::int64_t end = std::min(window.end_row(), row_end() - 1);
        for (std::int64_t row = std::max(window.row, first_row_); row < end; ++row) {
            const auto at = static_cast<std::size_t>(row - first_row_);
            const auto row_first = pieces_.begin() + static_cast<std::ptrdiff_t>(starts_[at]);
            const auto row_last = pieces_.begin() + static_cast<std::ptrdiff_t>(starts_[at + 1]);
            auto piece = std::lower_bound(row_first, row_last, window.col,
                                          [](const ExposurePiece& one, std::int64_t col) { return one.col < col; });
            for (; piece != row_last && piece->col < window.end_col(); ++piece) {
                use(*piece);
            }
        }
    }

private:
    // The row after those whose start is known.
    [[nodiscard]] std::int64_t row_end() const { return first_row_ + static_cast<std::int64_t>(starts_.size()); }

    const std::vector<ExposurePiece>& pieces_;
    std::int64_t first_row_ = 0;
    std::vector<std::size_t> starts_;  // of each row from the first, and the end of the last
};

}  // namespace papar
