#include "engine/document/report_charts.hpp"

#include "engine/document/index_columns.hpp"
#include "engine/document/report_cells.hpp"
#include "engine/output/class_colours.hpp"

#include <algorithm>
#include <utility>

namespace papar {
namespace {

// The heights of one bar, lowest class first; empty: not known.
using Heights = std::vector<double>;

template <typename HeightsOf>
void add_chart(const ReportContext& context, ReportChart chart, const HeightsOf& heights_of,
               std::vector<ReportChart>& charts) {
    for (const AreaRow& row : context.rows) {
        const Heights heights = heights_of(row);
        if (heights.empty()) continue;
        chart.categories.push_back(row.name);
        for (std::size_t i = 0; i < heights.size(); ++i) chart.series[i].values.push_back(heights[i]);
    }
    const auto has_bar = [](const ChartSeries& one) {
        return std::ranges::any_of(one.values, [](double value) { return value > 0; });
    };
    if (std::ranges::any_of(chart.series, has_bar)) charts.push_back(std::move(chart));
}

[[nodiscard]] std::vector<ChartSeries> series(const ReportContext& context, const std::vector<std::string>& labels) {
    std::vector<ChartSeries> all;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool standard = labels.size() == risk_classes;
        all.push_back(
            {standard ? class_title(context, static_cast<int>(i) + 1) : labels[i], class_colour(i, labels.size()), {}});
    }
    return all;
}

}  // namespace

std::vector<ReportChart> hazard_charts(const ReportContext& context, std::size_t hazard) {
    std::vector<ReportChart> charts;
    const std::string of = context.hazard(hazard);
    const std::string rows = context.say(" per ", " by ") + context.row_word();
    const std::vector<std::string>& labels = context.view.facts.hazards[hazard].classes.labels;
    add_chart(
        context,
        {context.say("Penduduk terpapar menurut kelas " + of, "Exposed people by class of " + of) + rows,
         context.say("jiwa", "people"),
         {},
         series(context, labels)},
        [hazard](const AreaRow& row) {
            Heights heights;
            if (!exposed_people(*row.exposure, hazard)) return heights;
            for (const Figures& of_class : row.exposure->by_hazard[hazard].classes) {
                heights.push_back(number_in(people_cell(of_class.people)));
            }
            return heights;
        },
        charts);
    add_chart(
        context,
        {context.say("Luas menurut kelas " + of, "Area by class of " + of) + rows,
         "ha",
         {},
         series(context, std::vector<std::string>(risk_classes))},
        [hazard](const AreaRow& row) {
            Heights heights;
            const std::optional<IndexFigures>& index = row.risk->by_hazard[hazard].hazard;
            if (!index) return heights;
            for (const AreaM2 area : index->area) heights.push_back(number_in(hectares_cell(area)));
            return heights;
        },
        charts);
    return charts;
}

}  // namespace papar
