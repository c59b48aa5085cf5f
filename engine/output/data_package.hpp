// datapackage.json: what the CSV files hold, for programs (Frictionless tabular data package).
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/output/result_view.hpp"
#include "engine/output/run_record.hpp"
#include "engine/output/table.hpp"

#include <vector>

namespace papar {

// A table and the finished file that holds it.
struct TableFile {
    const Table& table;
    OutputFile file;
};

// `wide` holds the zones' table and those of the levels. `exposure` refers to the zones by the column kode, where it
// has no rows of levels. `others` stand by themselves.
[[nodiscard]] Json data_package(const ResultView& view, const std::vector<TableFile>& wide, const TableFile& exposure,
                                const std::vector<TableFile>& others);

}  // namespace papar
