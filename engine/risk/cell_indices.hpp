// The indices of one cell of one zone under one hazard.
#pragma once

#include "engine/risk/block_cells.hpp"
#include "engine/risk/risk_totals.hpp"
#include "engine/risk/zone_conditions.hpp"

#include <array>
#include <cstdint>

namespace papar {

// Indices as the rasters hold them (Float32), and their classes; class 0 where the index is not known.
struct CellIndices {
    std::array<float, index_kinds> index{};
    std::array<std::uint8_t, index_kinds> classes{};

    void set(IndexKind kind, double value, int index_class) {
        index[at(kind)] = static_cast<float>(value);
        classes[at(kind)] = static_cast<std::uint8_t>(index_class);
    }
    [[nodiscard]] bool known(IndexKind kind) const { return classes[at(kind)] != 0; }
};

// What the cells of a block share when one hazard is worked out.
class HazardCells {
public:
    HazardCells(const RiskMethod& method, std::size_t hazard, const BlockView& view, const BlockCells& cells);

    // Precondition: `hazard_class` is 1 to 3. `row` and `col` count from the block's corner.
    [[nodiscard]] CellIndices at_cell(std::int64_t row, std::int64_t col, int hazard_class,
                                      const ZoneConditions& zone) const;

private:
    [[nodiscard]] double hazard_index(std::int64_t row, std::int64_t col, int hazard_class) const;
    [[nodiscard]] std::optional<double> component(Component which, std::int64_t row, std::int64_t col, int hazard_class,
                                                  const ZoneConditions& zone) const;
    [[nodiscard]] double lost_per_hectare(const ValueMethod& values, std::int64_t row, std::int64_t col,
                                          int hazard_class, double people) const;
    void set_by_breaks(IndexKind kind, double value, CellIndices& indices) const;
    void set_risk(const ZoneConditions& zone, CellIndices& indices) const;

    const RiskMethod& method_;
    const HazardMethod& hazard_;
    std::size_t place_;  // of the hazard in the study
    const BlockView& view_;
    const BlockCells& cells_;
};

}  // namespace papar
