#include "engine/document/column_widths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace papar {
namespace {

// A4 with margins of 2.5 cm: 11,906 - 2 × 1,418 and 16,838 - 2 × 1,418 twips.
constexpr int portrait = 9070;
constexpr int landscape = 14002;

[[nodiscard]] ReportTable table_of(std::size_t number_columns, double figure) {
    ReportTable table;
    table.columns.push_back({"Kecamatan", "", CellFormat::text, false});
    table.rows.push_back({ReportCell("Paringin Selatan")});
    for (std::size_t i = 0; i < number_columns; ++i) {
        table.columns.push_back({"Total", "", CellFormat::hectares, true});
        table.rows.front().emplace_back(figure);
    }
    return table;
}

[[nodiscard]] TableFit fit_of(const ReportTable& table) {
    return fit_table(table, Language::id, portrait, landscape);
}

[[nodiscard]] int sum(const TableFit& fit) {
    return std::accumulate(fit.widths.begin(), fit.widths.end(), 0);
}

// Arial has 556/1000 em for a digit: ten digits of 9 point are 10 × 0.556 × 180 = 1001 twips. Never less, at most 5 %
// more.
TEST(TextWidth, DigitsAsInArial) {
    EXPECT_GE(text_width("1234567890", false), 1001);
    EXPECT_LE(text_width("1234567890", false), 1051);
}

TEST(TextWidth, CountsCharactersNotBytes) {
    EXPECT_EQ(text_width("é", false), text_width("e", false));
}

TEST(FitTable, NarrowTablesStandUprightAndFillThePage) {
    const TableFit fit = fit_of(table_of(3, 1234.5));
    EXPECT_EQ(fit.orientation, Orientation::portrait);
    EXPECT_EQ(fit.half_points, 18);
    EXPECT_EQ(sum(fit), portrait);
}

TEST(FitTable, WideTablesTurnThePage) {
    const TableFit fit = fit_of(table_of(11, 1234567.5));
    EXPECT_EQ(fit.orientation, Orientation::landscape);
    EXPECT_EQ(sum(fit), landscape);
}

// 12 characters of a figure never have less than their own width and the margins of the cell, 140 twips.
TEST(FitTable, FiguresDoNotBreak) {
    for (std::size_t columns = 1; columns <= 12; ++columns) {
        const TableFit fit = fit_of(table_of(columns, 1234567.5));
        const int figure = text_width("1.234.567,50", false) * fit.half_points / 18 + 140;
        for (std::size_t i = 1; i < fit.widths.size(); ++i) EXPECT_GE(fit.widths[i], figure) << columns;
    }
}

TEST(FitTable, TooManyColumnsStillFitThePage) {
    const TableFit fit = fit_of(table_of(40, 1234567.5));
    EXPECT_EQ(fit.half_points, 12);
    EXPECT_EQ(sum(fit), landscape);
    EXPECT_THAT(fit.widths, testing::Each(testing::Gt(0)));
}

TEST(FitTable, LongTextsTakeWhatIsLeft) {
    ReportTable table = table_of(2, 1.0);
    table.columns.push_back({"Sumber", "", CellFormat::text, false});
    table.rows.front().emplace_back(std::string("Peraturan Kepala BNPB Nomor 2 Tahun 2012, Bab V, halaman 26"));
    const TableFit fit = fit_of(table);
    EXPECT_GT(fit.widths[3], fit.widths[0]);
    EXPECT_EQ(fit.orientation, Orientation::portrait);
}

}  // namespace
}  // namespace papar
