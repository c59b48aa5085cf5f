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
    bool of_zones = false;  // the column kode of every row refers to the zones' table
};

// `wide` holds the zones' table and those of the levels.
[[nodiscard]] Json data_package(const ResultView& view, const std::vector<TableFile>& wide,
                                const std::vector<TableFile>& others);

}  // namespace papar
