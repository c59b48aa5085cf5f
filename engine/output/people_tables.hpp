// What a population table adds to a result: groups of people, and how its rows found their zones.
#pragma once

#include "engine/output/rows_view.hpp"
#include "engine/output/table.hpp"

namespace papar {

// For a wide table: the factor of calibration, which areas of levels have not, and every group's total and its people
// exposed to each hazard.
void add_people_columns(const RowsView& view, Table& table);

// "kelompok": one row for every zone, hazard, part of it and group; groups.csv.
[[nodiscard]] Table groups_table(const ResultView& view);

// "padanan_penduduk": every row of the population table and every zone, and how they found each other;
// population_matches.csv. Precondition: the study has a population table.
[[nodiscard]] Table matches_table(const ResultView& view);

}  // namespace papar
