// Undoes the differencing that TIFF applies before compression.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace papar {

// The numbers are those of TIFF's tag 317.
enum class Predictor {
    none = 1,
    horizontal = 2,      // each cell less its left neighbour, as integers of the cell's size (TIFF 6.0, section 14)
    floating_point = 3,  // bytes in planes, highest first, then each less its left neighbour (TIFF Technical Note 3)
};

// Restores one row of cells of one band in place. `cell_bytes` is 1, 2, 4 or 8 (4 or 8 for floating_point). `scratch`
// is working memory, kept by the caller from row to row. Little-endian hosts only.
void undo_predictor(Predictor predictor, std::span<std::byte> row, std::size_t cell_bytes,
                    std::vector<std::byte>& scratch);

}  // namespace papar
