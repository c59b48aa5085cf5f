// How the calculation sees a raster: a grid of numbers read by window, nodata already resolved.
// Files implement it in io/; tests implement it in memory.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/window.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace papar {

// The type cells are delivered in. float32 holds Byte, (U)Int16 and Float32 files without loss; every
// other type, and every raster with scale or offset, comes as float64.
enum class CellType { float32, float64 };

// Cells of one window. Row r starts at r * stride; the stride is a multiple of 16 cells so that
// the kernel may load whole groups; cells between cols and stride are NaN. NaN is the only nodata.
struct CellBlock {
    CellType type = CellType::float32;
    std::int64_t cols = 0;
    std::int64_t rows = 0;
    std::int64_t stride = 0;
    std::vector<float> f32;                                    // used when type is float32
    std::vector<double> f64;                                   // used when type is float64
    bool all_nodata = false;                                   // true only if every cell is known to be NaN
    double lowest = -std::numeric_limits<double>::infinity();  // a bound: no valid cell is below it

    // Sets the shape and makes room; cell values are unspecified afterwards, the padding is NaN, nothing is known.
    void reshape(CellType new_type, std::int64_t new_cols, std::int64_t new_rows);
    [[nodiscard]] double at(std::int64_t col, std::int64_t row) const {
        const auto i = static_cast<std::size_t>(row * stride + col);
        return type == CellType::float32 ? static_cast<double>(f32[i]) : f64[i];
    }
};

// Reads windows. One reader belongs to one thread. `read` throws an Error of kind `input` that names
// the file and the place when the data cannot be read: no partial block is ever returned.
class RasterReader {
public:
    RasterReader() = default;
    RasterReader(const RasterReader&) = delete;
    RasterReader& operator=(const RasterReader&) = delete;
    virtual ~RasterReader() = default;

    // Precondition: `window` lies inside the raster and is not empty.
    virtual void read(const Window& window, CellBlock& out) = 0;
};

// A cell of the file behind a raster, and the part of its people (of its value, for a hazard) that a cell takes.
struct CellOrigin {
    std::int64_t col = 0;
    std::int64_t row = 0;
    double share = 1;
};

// One band of one raster. Immutable; may be shared by threads.
class RasterSource {
public:
    RasterSource() = default;
    RasterSource(const RasterSource&) = delete;
    RasterSource& operator=(const RasterSource&) = delete;
    virtual ~RasterSource() = default;

    [[nodiscard]] virtual const std::string& name() const = 0;  // for sentences: the path as the user wrote it
    [[nodiscard]] virtual const Grid& grid() const = 0;
    [[nodiscard]] virtual CellType type() const = 0;
    [[nodiscard]] virtual std::int64_t tile_cols() const = 0;  // the file's own tile or strip, in cells
    [[nodiscard]] virtual std::int64_t tile_rows() const = 0;
    [[nodiscard]] virtual std::unique_ptr<RasterReader> reader() const = 0;
    // Which cells of the file a cell is made of; the cell itself unless the raster was brought here from another grid.
    [[nodiscard]] virtual std::vector<CellOrigin> origins(std::int64_t col, std::int64_t row) const {
        return {{col, row, 1}};
    }
};

}  // namespace papar
