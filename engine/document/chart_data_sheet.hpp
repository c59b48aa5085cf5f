// The cells that the charts of a workbook show.
#pragma once

#include "engine/document/charts_sheet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace papar {

// Where the values of a chart are: names of series in row `heading`, from column 1; below it categories in column 0
// and values, down to row `last`.
struct ChartCells {
    std::string sheet;
    std::size_t heading = 0;
    std::size_t last = 0;
};

// Writes the sheet; one entry a chart.
[[nodiscard]] std::vector<ChartCells> write_chart_data(WorkbookFile& file, const SheetStyles& styles,
                                                       const KrbReport& report,
                                                       const std::vector<NumberedChart>& charts);

}  // namespace papar
