#include "engine/output/range_columns.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace papar {
namespace {

using Better = bool (*)(double, double);

[[nodiscard]] Value extreme(const ResultView& view, std::size_t row, const FigureOf& figure, Better better) {
    Value best = figure(view.result, row);
    for (const VariantResult& variant : view.variants) {
        const Value value = figure(variant.result, row);
        const auto* number = std::get_if<double>(&value);
        const auto* known = std::get_if<double>(&best);
        if (number != nullptr && (known == nullptr || better(*number, *known))) best = *number;
    }
    return best;
}

}  // namespace

void add_range(const ResultView& view, Table& table, const FigureOf& figure) {
    if (view.variants.empty()) return;
    const Column main = table.columns.back();
    const auto add = [&](const char* suffix, const std::string& words, Better better) {
        Column column = main;
        column.name += suffix;
        column.title += ", " + words;
        column.description = view.say("Di antara semua varian data penduduk dan batas kelas: ",
                                      "Over all variants of population and class limits: ") +
                             words;
        column.value = [view, figure, better](std::size_t row) { return extreme(view, row, figure, better); };
        table.columns.push_back(std::move(column));
    };
    add("_min", view.say("batas bawah", "lower bound"), [](double a, double b) { return a < b; });
    add("_maks", view.say("batas atas", "upper bound"), [](double a, double b) { return a > b; });
}

}  // namespace papar
