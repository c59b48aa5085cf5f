// The inner loops: one zone in one block, summed in double in one fixed order.
//
// A block is a rectangle of the analysis grid; its cell blocks all have its shape. Spans come from zones/coverage.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/overlay/hazard_classes.hpp"
#include "engine/zones/coverage.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace papar {

// True areas of the cells of a block, in m2. Pieces of a row share one area: with a geographic grid the whole row,
// with a projected one at most 64 cells; on an uneven grid every cell has its own.
struct BlockAreas {
    std::int64_t piece_cols = 0;  // a multiple of 8; 1 on an uneven grid
    std::int64_t pieces = 1;      // in a row
    std::vector<double> m2;       // row-major
    // On an uneven grid: widths of the columns and heights of the rows in steps. Empty where the cells are equal.
    std::vector<double> widths;
    std::vector<double> heights;

    [[nodiscard]] bool uneven() const { return !widths.empty(); }
    // Of a cell on the map, in cells of the finest raster: the weight of its value in the mean.
    [[nodiscard]] double size_at(std::int64_t row, std::int64_t col) const {
        return uneven() ? widths[static_cast<std::size_t>(col)] * heights[static_cast<std::size_t>(row)] : 1.0;
    }

    [[nodiscard]] double at(std::int64_t row, std::int64_t col) const {
        return m2[static_cast<std::size_t>(row * pieces + (pieces == 1 ? 0 : col / piece_cols))];
    }
};

// Runs of equal cells are summed eight at a time, all other spans cell by cell.
[[nodiscard]] inline bool is_run(const Span& span, const BlockAreas& areas) {
    return span.fraction == full_cell && span.cols >= 4 && !areas.uneven();
}

// One bit a cell, eight cells a byte, row-major: cells with at least one hazard.
class CellBits {
public:
    void reset(std::int64_t cols, std::int64_t rows) {
        bytes_in_row_ = (cols + 7) / 8;
        bytes_.assign(static_cast<std::size_t>(bytes_in_row_ * rows), 0);
    }
    // Set bits become clear, and the reverse.
    void flip() {
        for (std::uint8_t& eight : bytes_) {
            eight = static_cast<std::uint8_t>(~eight);
        }
    }
    [[nodiscard]] std::uint8_t* row(std::int64_t row) { return bytes_.data() + row * bytes_in_row_; }
    [[nodiscard]] const std::uint8_t* row(std::int64_t row) const { return bytes_.data() + row * bytes_in_row_; }

private:
    std::int64_t bytes_in_row_ = 0;
    std::vector<std::uint8_t> bytes_;
};

// A zone's people and area in a block. Runs and single cells are kept apart: the hazard tally subtracts its
// own run sums from these, and equal sets of cells must give exactly zero.
struct ZoneTally {
    double run_people = 0;
    double run_area = 0;
    double cell_people = 0;
    double cell_area = 0;
    double area_no_population = 0;
    std::int64_t cells = 0;  // touched
};

// `people` still has its NaN.
ZoneTally tally_zone(std::span<const Span> spans, const CellBlock& people, const BlockAreas& areas);

// People in cells whose bit is set. `people` has 0 for NaN.
double tally_exposed(std::span<const Span> spans, const CellBlock& people, const BlockAreas& areas,
                     const CellBits& exposed);

// A hazard's classes in the precision of its cells.
class HazardScale {
public:
    explicit HazardScale(const HazardClasses& classes);

    // Class k (from 0) or higher means: value > above[k]. Values of a type T never lie between above[k] and the limit.
    template <typename T>
    struct Limits {
        std::array<T, max_classes> above{};
        std::array<T, max_classes> floor{};  // of the class, for the histogram
        std::array<T, max_classes> bins_per_unit{};
    };
    [[nodiscard]] int classes() const { return classes_; }
    // Where a value belongs: its class from 0, then "no hazard", then "no data" for NaN. T is the cells' own type.
    template <typename T>
    [[nodiscard]] int part_of(T value) const {
        if (value != value) {
            return classes_ + 1;
        }
        const Limits<T>& levels = limits(T{});
        int c = -1;
        while (c + 1 < classes_ && value > levels.above[static_cast<std::size_t>(c) + 1]) {
            ++c;
        }
        return c < 0 ? classes_ : c;
    }
    [[nodiscard]] const Limits<float>& limits(float) const { return f32_; }
    [[nodiscard]] const Limits<double>& limits(double) const { return f64_; }

private:
    int classes_ = 0;
    Limits<float> f32_;
    Limits<double> f64_;
};

// A zone under one hazard in a block. Index c < classes: the class; then "no hazard", then "no data".
struct HazardTally {
    std::array<double, max_classes + 2> people{};
    std::array<double, max_classes + 2> area{};
    double value_sum = 0;     // value x fraction x size over the cells with data
    double fraction_sum = 0;  // fraction x size of the cells with data, in cells of the finest raster
    double max = -std::numeric_limits<double>::infinity();
    std::int64_t cells = 0;  // touched, with data
    bool anybody = false;    // some bin is not zero
    std::array<double, max_classes * bins_per_class> bins{};
};

// Sums the zone's spans into `part` (which it clears first) and sets the bits of cells in a class.
// `people` has 0 for NaN; `zone` is the same zone's part in the same block.
void tally_hazard(std::span<const Span> spans, const CellBlock& hazard, const CellBlock& people,
                  const BlockAreas& areas, const HazardScale& scale, const ZoneTally& zone, CellBits& exposed,
                  HazardTally& part);

// A cell counts as overlapped when its fractions exceed 1 by more than this: neighbours whose shared border has
// different vertices differ by rounding.
inline constexpr std::int64_t overlap_units = std::int64_t{1} << 10;  // 2^-20 cell

// The population of a whole block against what all zones together cover of each cell.
struct PopulationTally {
    double in_raster = 0;      // all people of the block
    double outside_zones = 0;  // the share of each cell that no zone covers
    double counted_twice = 0;  // the share covered more than once, as often as it is more
    bool overlapped = false;   // some cell is covered by more than 1 + 2^-20
};

// `people` has 0 for NaN.
PopulationTally tally_population(const BlockCoverage& coverage, const CellBlock& people);

}  // namespace papar
