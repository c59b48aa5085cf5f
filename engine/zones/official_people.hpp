// People by zone as a table gives them.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/fixed_sum.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// A group's figure: its people, or its share of the zone's people; neither where the table leaves it empty.
struct GroupFigure {
    std::optional<People> people;
    std::optional<double> share;  // 0 to 1
};

// One row of the population table, understood.
struct OfficialRow {
    std::int64_t number = 0;  // of the line, row or feature in the file
    std::string code;         // empty where the study names no such column
    std::string name;
    std::string parent;
    std::optional<People> people;     // none where the raster says how many people there are
    std::vector<GroupFigure> groups;  // in the study's order; both empty for a group with one share for all zones
};

struct OfficialTable {
    std::string subject;   // "penduduk.csv": begins sentences
    std::string row_word;  // "line", "row", "feature"
    std::vector<OfficialRow> rows;
};

// How a row and a zone came together, or why not.
enum class MatchKind {
    code,
    crosswalk,
    name,             // letter by letter
    normalised_name,  // after taking spelling habits away
    row_without_zone,
    zone_without_row,
};

struct PeopleMatch {
    MatchKind kind = MatchKind::code;
    std::optional<std::size_t> zone;
    std::optional<std::size_t> row;
};

// The table's figures by zone. Every row is in exactly one zone, or in none.
struct OfficialPeople {
    OfficialTable table;
    std::vector<PeopleMatch> matches;              // zones in order, then rows without zone
    std::vector<std::optional<People>> people;     // parallel to the zones; none: no row, or a table without people
    std::vector<std::vector<GroupFigure>> groups;  // by zone, then group; empty for a zone without row
    People total;                                  // of all rows
    People rows_without_zone;                      // of the rows that found no zone
};

}  // namespace papar
