#include "engine/document/stacked_bars.hpp"

#include "engine/document/sheet_styles.hpp"

#include <algorithm>
#include <new>

namespace papar {
namespace {

constexpr double width = 890;                // pixels: within 14 columns of a sheet
constexpr double around = 120;               // height of axis, its name and the legend
constexpr double a_category = 26;            // height of a bar and what is between two
constexpr double tallest = 1100;             // a page; more categories get thinner bars
constexpr double default_chart_width = 480;  // of libxlsxwriter's charts, which are scaled from it
constexpr double default_height = 288;       // the same
constexpr lxw_color_t grid_grey = 0xD9D9D9;

void add_series(lxw_chart* chart, const ChartCells& cells, std::size_t column, const ChartSeries& of) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    if (series == nullptr) throw std::bad_alloc();
    const auto heading = static_cast<lxw_row_t>(cells.heading);
    const auto last = static_cast<lxw_row_t>(cells.last);
    const auto at = static_cast<lxw_col_t>(column);
    chart_series_set_name_range(series, cells.sheet.c_str(), heading, at);
    chart_series_set_categories(series, cells.sheet.c_str(), heading + 1, 0, last, 0);
    chart_series_set_values(series, cells.sheet.c_str(), heading + 1, at, last, at);
    lxw_chart_fill fill{};
    fill.color = colour_number(of.colour);
    chart_series_set_fill(series, &fill);
    lxw_chart_line outline{};
    outline.color = LXW_COLOR_WHITE;
    outline.width = 0.5F;
    chart_series_set_line(series, &outline);
}

void set_axes(lxw_chart* chart, const std::string& value_axis) {
    lxw_chart_axis* categories = chart->y_axis;  // the vertical one of a bar chart
    lxw_chart_axis* values = chart->x_axis;
    chart_axis_set_reverse(categories);
    chart_axis_set_crossing_max(categories);  // so that the values stay below
    chart_axis_set_name(values, value_axis.c_str());
    chart_axis_set_num_format(values, "#,##0");
    chart_axis_set_min(values, 0);
    lxw_chart_line grid{};
    grid.color = grid_grey;
    grid.width = 0.75F;
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
}

}  // namespace

double chart_height(const ReportChart& chart) {
    return std::min(around + a_category * static_cast<double>(chart.categories.size()), tallest);
}

void insert_stacked_bars(const WorkbookFile& file, Sheet& sheet, std::size_t row, const ReportChart& chart,
                         const ChartCells& cells) {
    lxw_chart* drawn = workbook_add_chart(file.handle(), LXW_CHART_BAR_STACKED);
    if (drawn == nullptr) throw std::bad_alloc();
    for (std::size_t i = 0; i < chart.series.size(); ++i) add_series(drawn, cells, i + 1, chart.series[i]);
    set_axes(drawn, chart.value_axis);
    chart_title_off(drawn);  // the caption is above
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    chart_set_series_gap(drawn, 60);
    lxw_chart_options options{};
    options.x_scale = width / default_chart_width;
    options.y_scale = chart_height(chart) / default_height;
    sheet.check(worksheet_insert_chart_opt(sheet.handle(), static_cast<lxw_row_t>(row), 0, drawn, &options), row);
}

}  // namespace papar
