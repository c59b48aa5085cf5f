#include "engine/io/reprojected_population.hpp"

#include "engine/grid/negative_people.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <utility>

namespace papar {

namespace {

bool has_image(const Quad& quad) {
    return std::all_of(quad.begin(), quad.end(), [](const CellPosition& corner) {
        return std::isfinite(corner.col) && std::isfinite(corner.row);
    });
}

}  // namespace

// Source cells are taken row by row, so that a cell's people are summed in the same order in any window.
class ReprojectedReader : public RasterReader {
public:
    explicit ReprojectedReader(const ReprojectedPopulation& raster)
        : raster_(raster), reader_(raster.source_->reader()) {}

    void read(const Window& window, CellBlock& out) override {
        out.reshape(CellType::float64, window.cols, window.rows);
        std::fill(out.f64.begin(), out.f64.end(), std::numeric_limits<double>::quiet_NaN());
        out.all_nodata = true;
        out.lowest = 0;
        const Window source = raster_.source_window(window);
        if (source.empty()) {
            return;
        }
        reader_->read(source, cells_);
        refuse_negative(cells_, raster_.name(), raster_.source_->grid(), source);
        if (cells_.all_nodata) {
            return;
        }
        for (std::int64_t row = 0; row < source.rows; ++row) {
            for (std::int64_t col = 0; col < source.cols; ++col) {
                if (const double value = cells_.at(col, row); value == value) {
                    add(raster_.people(value, source.col + col, source.row + row) * raster_.factor_,
                        raster_.image(source.col + col, source.row + row), window, out);
                }
            }
        }
    }

private:
    void add(double people, const Quad& quad, const Window& window, CellBlock& out) {
        if (!has_image(quad)) {
            return;
        }
        share_out(quad, window, shares_);
        for (const CellShare& share : shares_) {
            double& cell =
                out.f64[static_cast<std::size_t>((share.row - window.row) * out.stride + share.col - window.col)];
            cell = (cell == cell ? cell : 0.0) + people * share.share;
            out.all_nodata = false;
        }
    }

    const ReprojectedPopulation& raster_;
    std::unique_ptr<RasterReader> reader_;
    CellBlock cells_;
    std::vector<CellShare> shares_;
};

ReprojectedPopulation::ReprojectedPopulation(std::shared_ptr<const RasterSource> source, PopulationUnit unit,
                                             CellArea source_area, const CrsOperation& operation, const Grid& grid)
    : source_(std::move(source)),
      unit_(unit),
      source_area_(std::move(source_area)),
      grid_(grid),
      to_grid_(operation, Direction::forward, source_->grid(), grid),
      to_source_(operation, Direction::backward, grid, source_->grid()) {}

std::unique_ptr<RasterReader> ReprojectedPopulation::reader() const {
    return std::make_unique<ReprojectedReader>(*this);
}

Quad ReprojectedPopulation::image(std::int64_t col, std::int64_t row) const {
    const auto west = static_cast<double>(col);
    const auto north = static_cast<double>(row);
    return {to_grid_(west, north), to_grid_(west + 1, north), to_grid_(west + 1, north + 1), to_grid_(west, north + 1)};
}

Window ReprojectedPopulation::source_window(const Window& window) const {
    constexpr double margin = 1;  // source cells: a cell bends, and positions are right within 10^-3
    const double infinity = std::numeric_limits<double>::infinity();
    double west = infinity;
    double east = -infinity;
    double north = infinity;
    double south = -infinity;
    const auto take = [&](std::int64_t col, std::int64_t row) {
        const CellPosition at = to_source_(static_cast<double>(col), static_cast<double>(row));
        if (std::isfinite(at.col) && std::isfinite(at.row)) {
            west = std::min(west, at.col);
            east = std::max(east, at.col);
            north = std::min(north, at.row);
            south = std::max(south, at.row);
        }
    };
    for (std::int64_t col = window.col; col <= window.end_col(); ++col) {
        take(col, window.row);
        take(col, window.end_row());
    }
    for (std::int64_t row = window.row; row <= window.end_row(); ++row) {
        take(window.col, row);
        take(window.end_col(), row);
    }
    if (!(west <= east)) {
        return {};
    }
    const Grid& source = source_->grid();
    const auto cell = [](double at, std::int64_t end) {
        return static_cast<std::int64_t>(std::clamp(at, 0.0, static_cast<double>(end)));
    };
    const std::int64_t col = cell(std::floor(west - margin), source.cols);
    const std::int64_t row = cell(std::floor(north - margin), source.rows);
    return {col, row, cell(std::ceil(east + margin), source.cols) - col,
            cell(std::ceil(south + margin), source.rows) - row};
}

double ReprojectedPopulation::people(double value, std::int64_t col, std::int64_t row) const {
    switch (unit_) {
        case PopulationUnit::per_km2:
            return value * source_area_.mean_m2(row, col, 1) / 1e6;
        case PopulationUnit::per_hectare:
            return value * source_area_.mean_m2(row, col, 1) / 1e4;
        case PopulationUnit::count:
            break;
    }
    return value;
}

std::vector<CellOrigin> ReprojectedPopulation::origins(std::int64_t col, std::int64_t row) const {
    const Window window{col, row, 1, 1};
    const Window source = source_window(window);
    std::vector<CellOrigin> origins;
    std::vector<CellShare> shares;
    for (std::int64_t y = source.row; y < source.end_row(); ++y) {
        for (std::int64_t x = source.col; x < source.end_col(); ++x) {
            const Quad quad = image(x, y);
            if (has_image(quad)) {
                share_out(quad, window, shares);
                for (const CellShare& share : shares) {
                    origins.push_back({x, y, share.share * factor_});
                }
            }
        }
    }
    return origins;
}

ReprojectedPopulation::Measured ReprojectedPopulation::measure() const {
    const Grid& source = source_->grid();
    const std::int64_t rows_at_once = std::max<std::int64_t>(source_->tile_rows(), 64);
    Measured measured;
    std::mutex lock;
    tbb::parallel_for(std::int64_t{0}, (source.rows + rows_at_once - 1) / rows_at_once, [&](std::int64_t band) {
        const std::unique_ptr<RasterReader> reader = source_->reader();
        const std::int64_t first = band * rows_at_once;
        const Window window{0, first, source.cols, std::min(rows_at_once, source.rows - first)};
        CellBlock cells;
        reader->read(window, cells);
        refuse_negative(cells, name(), source, window);
        Measured part;
        for (std::int64_t row = 0; row < cells.rows; ++row) {
            for (std::int64_t col = 0; col < cells.cols; ++col) {
                if (const double value = cells.at(col, row); value == value) {
                    const People here(people(value, col, first + row));
                    part.all += here;
                    part.without_image += has_image(image(col, first + row)) ? People{} : here;
                }
            }
        }
        const std::lock_guard guard(lock);
        measured.all += part.all;
        measured.without_image += part.without_image;
    });
    return measured;
}

void ReprojectedPopulation::distribute(const Measured& measured) {
    factor_ = measured.all.value() / (measured.all - measured.without_image).value();
}

}  // namespace papar
