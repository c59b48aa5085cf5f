#include "engine/io/nearest_raster.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>

namespace papar {

namespace {

// The cell of the source that holds the centre of a cell; nothing outside the source.
std::optional<CellOrigin> cell_behind(const GridTransform& to_source, const Grid& source, std::int64_t col,
                                      std::int64_t row) {
    const CellPosition at = to_source(static_cast<double>(col) + .5, static_cast<double>(row) + .5);
    if (!(at.col >= 0 && at.row >= 0 && at.col < static_cast<double>(source.cols) &&
          at.row < static_cast<double>(source.rows))) {
        return std::nullopt;
    }
    return CellOrigin{static_cast<std::int64_t>(at.col), static_cast<std::int64_t>(at.row), 1};
}

class NearestReader : public RasterReader {
public:
    NearestReader(std::shared_ptr<const RasterSource> source, const GridTransform& to_source)
        : source_(std::move(source)), to_source_(to_source), reader_(source_->reader()) {}

    void read(const Window& window, CellBlock& out) override {
        out.reshape(source_->type(), window.cols, window.rows);
        behind_.clear();
        Window needed;
        for (std::int64_t row = window.row; row < window.end_row(); ++row) {
            for (std::int64_t col = window.col; col < window.end_col(); ++col) {
                behind_.push_back(cell_behind(to_source_, source_->grid(), col, row));
                if (const std::optional<CellOrigin>& cell = behind_.back()) {
                    const Window one{cell->col, cell->row, 1, 1};
                    needed = needed.empty() ? one : united(needed, one);
                }
            }
        }
        if (needed.empty()) {
            out.all_nodata = true;
        } else {
            reader_->read(needed, cells_);
            out.all_nodata = cells_.all_nodata;
            out.lowest = cells_.lowest;
        }
        if (out.type == CellType::float32) {
            place(out.f32, cells_.f32, needed, out);
        } else {
            place(out.f64, cells_.f64, needed, out);
        }
    }

private:
    template <typename T>
    void place(std::vector<T>& to, const std::vector<T>& from, const Window& needed, const CellBlock& shape) const {
        std::size_t i = 0;
        for (std::int64_t row = 0; row < shape.rows; ++row) {
            for (std::int64_t col = 0; col < shape.cols; ++col, ++i) {
                const std::optional<CellOrigin>& cell = behind_[i];
                to[static_cast<std::size_t>(row * shape.stride + col)] =
                    cell ? from[static_cast<std::size_t>((cell->row - needed.row) * cells_.stride + cell->col -
                                                         needed.col)]
                         : std::numeric_limits<T>::quiet_NaN();
            }
        }
    }

    std::shared_ptr<const RasterSource> source_;
    const GridTransform& to_source_;
    std::unique_ptr<RasterReader> reader_;
    CellBlock cells_;
    std::vector<std::optional<CellOrigin>> behind_;  // each cell of the window
};

}  // namespace

NearestRaster::NearestRaster(std::shared_ptr<const RasterSource> source, const CrsOperation& operation,
                             const Grid& grid)
    : source_(std::move(source)), grid_(grid), to_source_(operation, Direction::backward, grid, source_->grid()) {}

std::unique_ptr<RasterReader> NearestRaster::reader() const {
    return std::make_unique<NearestReader>(source_, to_source_);
}

std::vector<CellOrigin> NearestRaster::origins(std::int64_t col, std::int64_t row) const {
    const std::optional<CellOrigin> cell = cell_behind(to_source_, source_->grid(), col, row);
    return cell ? std::vector{*cell} : std::vector<CellOrigin>{};
}

NearestRaster::Shift NearestRaster::shift() const {
    constexpr std::int64_t samples = 256;  // a side
    const std::int64_t across = std::max<std::int64_t>(1, grid_.cols / samples);
    const std::int64_t down = std::max<std::int64_t>(1, grid_.rows / samples);
    Shift shift;
    double sum = 0;
    std::int64_t count = 0;
    for (std::int64_t row = 0; row < grid_.rows; row += down) {
        for (std::int64_t col = 0; col < grid_.cols; col += across) {
            if (!cell_behind(to_source_, source_->grid(), col, row)) {
                continue;
            }
            const CellPosition at = to_source_(static_cast<double>(col) + .5, static_cast<double>(row) + .5);
            const double off = std::hypot(at.col - std::floor(at.col) - .5, at.row - std::floor(at.row) - .5);
            shift.most = std::max(shift.most, off);
            sum += off;
            ++count;
        }
    }
    shift.mean = count > 0 ? sum / static_cast<double>(count) : 0;
    return shift;
}

}  // namespace papar
