// From cells as a file stores them to cells as the calculation sees them: NaN is the only nodata.
#pragma once

#include "engine/grid/raster_source.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace papar {

enum class StoredType { int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64 };

[[nodiscard]] std::size_t bytes_of(StoredType type);

// The bytes of one cell of the stored type, in the host's order, at the front.
using StoredCell = std::array<std::byte, 8>;

// A number as a cell: rounded to the type for floats (out of range: infinite); nothing if an integer type cannot hold
// it exactly. int64 and uint64 have overloads of their own because a double cannot hold all their values.
[[nodiscard]] std::optional<StoredCell> stored_cell(StoredType type, double value);
[[nodiscard]] StoredCell stored_cell(std::int64_t value);
[[nodiscard]] StoredCell stored_cell(std::uint64_t value);

// What the cells of a band mean.
struct CellRule {
    StoredType stored = StoredType::float32;
    std::optional<StoredCell> nodata;  // compared in the stored type; NaN is nodata besides
    bool scaled = false;               // value = stored * scale + offset
    double scale = 1;
    double offset = 0;

    [[nodiscard]] CellType delivered() const;
};

// A rectangle of stored cells.
struct StoredCells {
    const std::byte* cells = nullptr;
    const std::uint8_t* mask = nullptr;  // same shape, 0 = nodata; null: no mask
    std::int64_t stride = 0;             // cells from one row to the next
    std::int64_t cols = 0;
    std::int64_t rows = 0;

    // The same from (col, row) on.
    [[nodiscard]] StoredCells part(std::size_t cell_bytes, std::int64_t col, std::int64_t row, std::int64_t part_cols,
                                   std::int64_t part_rows) const;
};

// Where delivered cells go: the first row, and the step to the next one, negative where rows are turned over.
template <typename T>
struct CellRows {
    T* first = nullptr;
    std::ptrdiff_t stride = 0;
};

// No hazard and no count of people is this large; undeclared nodata often is (-3.4e38, 9.97e36). Sums of such
// cells could leave the range of fixed point. Every 64-bit integer is below.
inline constexpr double largest_value = 1e20;

struct Resolved {
    bool any_valid = false;
    bool any_absurd = false;    // a valid cell is infinite or beyond largest_value: unfit for any sum
    bool any_negative = false;  // a valid cell is below zero, or minus zero

    void add(const Resolved& other) {
        any_valid |= other.any_valid;
        any_absurd |= other.any_absurd;
        any_negative |= other.any_negative;
    }
};

// T is float or double, as rule.delivered() says.
template <typename T>
Resolved resolve_cells(const CellRule& rule, const StoredCells& from, CellRows<T> to);

extern template Resolved resolve_cells(const CellRule&, const StoredCells&, CellRows<float>);
extern template Resolved resolve_cells(const CellRule&, const StoredCells&, CellRows<double>);

}  // namespace papar
