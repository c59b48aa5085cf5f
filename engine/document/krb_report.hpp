// The KRB chapter as data: its tables, charts, sentences and annexes, before they are a workbook or a document. Every
// figure is rounded here and nowhere else: to 1e-6 as in the GeoPackage; writers only format.
#pragma once

#include "engine/output/output_settings.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace papar {

// How a figure is shown. The decimals are those of print; cells keep the figure.
enum class CellFormat {
    text,
    ordinal,   // No: 1, 2, 3
    people,    // 1.234
    hectares,  // 1.234,56
    million,   // million rupiah, 1.234,56
    amount,    // any other quantity, 1.234,56; whole ones without decimals
    index,     // 0,123
    class_of,  // 1, 2, 3 shown as RENDAH, SEDANG, TINGGI on its colour
    capacity,  // the same of capacity, whose colours run the other way
};

// No value is not known and shown as a dash. Numbers are people, ha, million rupiah; a class is 1, 2 or 3.
using ReportCell = std::variant<std::monostate, std::string, double>;

struct ReportColumn {
    std::string heading;
    std::string group;  // heading above this and its neighbours of the same group; empty: none, the cells are merged
    CellFormat format = CellFormat::text;
    bool summed = false;  // the total row shows its sum
};

struct ReportTable {
    std::string sheet;    // name of its worksheet, at most 31 characters, unique in a report
    std::string caption;  // without its number: "Potensi luas bahaya banjir per kecamatan"
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;
    std::vector<ReportCell> total;   // the last row, with the figures of all rows together; empty: none
    std::string paragraph;           // what the table says, in sentences
    std::vector<std::string> notes;  // below the table
};

struct ChartSeries {
    std::string name;
    std::string colour;  // "#rrggbb"
    std::vector<double> values;
};

// Stacked bars, one a category.
struct ReportChart {
    std::string caption;  // without its number
    std::string value_axis;
    std::vector<std::string> categories;
    std::vector<ChartSeries> series;
};

struct ReportSection {
    std::string heading;  // "Banjir", "Multibahaya"
    std::vector<std::string> paragraphs;
    std::vector<ReportTable> tables;
    std::vector<ReportChart> charts;
};

struct KrbReport {
    Language language = Language::id;
    std::string title;                    // "Kajian Risiko Bencana Kabupaten Contoh"
    std::string region;                   // "Kabupaten Contoh"
    std::string note;                     // "Data fiktif"; empty: none
    std::vector<ReportSection> sections;  // hazards in the study's order, then all together
    ReportTable method;                   // annex: every number of the method, its source and status
    ReportTable sources;                  // annex: input files
    std::vector<std::string> disclaimers;
    std::vector<std::string> findings;  // what a reader must know
    std::vector<ReportTable> matrix;    // DESA, KECAMATAN, KABUPATEN
};

// The word for a class, 1 to 3: RENDAH, SEDANG, TINGGI; LOW, MEDIUM, HIGH.
[[nodiscard]] std::string class_word(int single_class, Language language);

// The fill of a class on maps, sheets and charts, "#rrggbb".
[[nodiscard]] std::string class_colour(int single_class);

[[nodiscard]] bool is_class(CellFormat format);

// Whether an amount is shown without decimals: "12 unit".
[[nodiscard]] bool is_whole(double value);

// The class that has the colour of a cell: high capacity is good and as green as a low risk.
[[nodiscard]] int coloured_as(int single_class, CellFormat format);

// A cell as a document prints it: 1.234,5 in Bahasa Indonesia, 1,234.5 in English; a dash where nothing is known.
[[nodiscard]] std::string printed(const ReportCell& cell, CellFormat format, Language language);

}  // namespace papar
