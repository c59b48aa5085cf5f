// Population cells that hold less than nobody.
#pragma once

#include "engine/grid/same_cells_raster.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace papar {

// Throws an Error of kind `input` naming the first negative cell. `window` is the block's place in `grid`.
void refuse_negative(const CellBlock& people, const std::string& name, const Grid& grid, const Window& window);

// The same raster with nobody where it has less than nobody, as the study asks for. Remembers what it changed.
class NegativesToZero : public SameCellsRaster {
public:
    explicit NegativesToZero(std::shared_ptr<const RasterSource> source) : SameCellsRaster(std::move(source)) {}

    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

    // Among the cells read so far.
    struct Zeroed {
        std::int64_t cells = 0;
        double sum = 0;  // below zero
        double lowest = 0;
    };
    [[nodiscard]] Zeroed zeroed() const;

private:
    friend class ZeroingReader;

    void note(std::int64_t col, std::int64_t row, double value) const;

    mutable std::mutex lock_;
    mutable std::map<std::int64_t, double> zeroed_;  // value by cell number: a cell may be read more than once
};

}  // namespace papar
