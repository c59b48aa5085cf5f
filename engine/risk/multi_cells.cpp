#include "engine/risk/multi_cells.hpp"

#include "engine/risk/cell_parts.hpp"

namespace papar {

void MultiCells::start(std::size_t cells, const BlockCoverage& coverage) {
    highest_.assign(cells, no_class);
    number_.assign(cells, 0);
    risk_.assign(cells, {});
    weighted_.assign(cells, 0);
    std::size_t parts = 0;
    for (const ZoneSpans& zone : coverage.zones) {
        for (const Span& span : coverage.of(zone)) {
            parts += static_cast<std::size_t>(span.cols);
        }
    }
    risk_of_part_.assign(parts, {});
}

void MultiCells::sum(const BlockView& view, const RiskMethod& method, ShapeTotals& totals) const {
    std::size_t next = 0;
    for (const ZoneSpans& zone : view.coverage.zones) {
        IndexTally highest;
        IndexTally weighted;
        IndexTally risk;
        std::vector<ByClass<double>> by_number(method.hazards.size());
        each_cell(view.coverage.of(zone), view.window.cols,
                  [&](std::size_t cell, std::int64_t row, std::int64_t col, double fraction) {
                      const std::size_t part = next++;
                      if (number_[cell] == 0) {
                          return;
                      }
                      const double m2 = view.areas.at(row, col) * fraction;
                      highest.add(highest_[cell], 0, m2);
                      by_number[number_[cell] - 1U][highest_[cell] - 1U] += m2;
                      const auto weighted_index = static_cast<double>(index(cell));
                      weighted.add(class_of(weighted_index, method.breaks), weighted_index, m2);
                      risk.add(risk_of_part_[part].known(), 0, m2);
                  });
        totals.add(zone.zone, [&](RiskTotals& of) {
            highest.add_to(of.multi.highest);
            weighted.add_to(of.multi.weighted);
            risk.add_to(of.multi.risk);
            for (std::size_t n = 0; n < by_number.size(); ++n) {
                for (std::size_t c = 0; c < risk_classes; ++c) {
                    of.multi.by_number[n][c] += AreaM2(by_number[n][c]);
                }
            }
        });
    }
}

void MultiCells::write(const BlockView& view, const RasterPlan& plan, RasterSink& sink) const {
    if (!plan.multi_classes) {
        return;
    }
    sink.write_classes(*plan.multi_classes, view.window, highest_);
    CellClasses number = number_;
    CellClasses risk(number.size(), no_class);
    std::vector<float> weighted(number.size(), no_index);
    for (std::size_t cell = 0; cell < number.size(); ++cell) {
        if (highest_[cell] == no_class) {
            number[cell] = no_class;
        } else if (highest_[cell] == 0) {
            risk[cell] = 0;
        } else {
            weighted[cell] = index(cell);
            risk[cell] = risk_[cell].known() != 0 ? static_cast<std::uint8_t>(risk_[cell].known()) : no_class;
        }
    }
    sink.write_classes(*plan.multi_number, view.window, number);
    if (plan.multi_hazard) {
        sink.write_index(*plan.multi_hazard, view.window, weighted);
    }
    if (plan.multi_risk) {
        sink.write_classes(*plan.multi_risk, view.window, risk);
    }
}

}  // namespace papar
