#include "engine/grid/ranked_codes.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace papar {

class RankingReader : public RasterReader {
public:
    explicit RankingReader(const RankedCodes& raster) : raster_(raster), reader_(raster.source().reader()) {}

    void read(const Window& window, CellBlock& out) override {
        reader_->read(window, out);
        if (out.type == CellType::float32) {
            rank(out.f32, window, out);
        } else {
            rank(out.f64, window, out);
        }
        out.lowest = 0;
    }

private:
    template <typename T>
    void rank(std::vector<T>& cells, const Window& window, const CellBlock& shape) const {
        for (std::int64_t row = 0; row < shape.rows; ++row) {
            for (std::int64_t col = 0; col < shape.cols; ++col) {
                T& cell = cells[static_cast<std::size_t>(row * shape.stride + col)];
                if (cell == cell) {
                    cell =
                        static_cast<T>(raster_.rank_of(static_cast<double>(cell), window.col + col, window.row + row));
                }
            }
        }
    }

    const RankedCodes& raster_;
    std::unique_ptr<RasterReader> reader_;
};

std::unique_ptr<RasterReader> RankedCodes::reader() const {
    return std::make_unique<RankingReader>(*this);
}

double RankedCodes::rank_of(double value, std::int64_t col, std::int64_t row) const {
    if (value <= no_hazard_) {
        return 0;
    }
    const auto found = std::find(codes_.begin(), codes_.end(), value);
    if (found == codes_.end()) {
        throw error(ErrorKind::input,
                    "{}: class code {:.9g} in the cell at x {:.8g}, y {:.8g} is not among the codes of the study; "
                    "add it to `codes` or correct the raster",
                    name(), value, grid().x_of(static_cast<double>(col) + 0.5),
                    grid().y_of(static_cast<double>(row) + 0.5));
    }
    return static_cast<double>(found - codes_.begin() + 1);
}

}  // namespace papar
