// Sentences about a table, made from the figures it shows, worded as KRB documents word them.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/report_context.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace papar {

inline constexpr std::size_t most_names = 3;  // in a sentence; more are counted instead

// What a table is about: one of its columns, and how sentences speak of it.
struct Topic {
    std::size_t column = 0;
    std::string unit;     // "jiwa"
    std::string subject;  // "Potensi penduduk terpapar bahaya banjir"
    std::string nothing;  // "Tidak ada penduduk yang terpapar bahaya banjir"
    std::string most;     // "penduduk terpapar terbanyak", "the most exposed people"
    std::string whole;    // "seluruh penduduk terpapar"
    std::optional<std::size_t> class_column = std::nullopt;
};

// "1.234 jiwa"; "kurang dari 1 jiwa" where more than nothing would be printed as nothing. The cell is a number.
[[nodiscard]] std::string figure_text(const ReportContext& context, const ReportCell& cell, CellFormat format,
                                      const std::string& unit);

// "tinggi": a class inside a sentence.
[[nodiscard]] std::string class_in_text(const ReportContext& context, const ReportCell& cell);

// The total with its class, and which rows are not in it since nobody knows them.
[[nodiscard]] std::string total_sentences(const ReportContext& context, const ReportTable& table, const Topic& topic);

// The area with most, or those that share it as printed, and its share of the total. Empty where there is one area
// only, or nothing anywhere. Zones outside all areas do not compete.
[[nodiscard]] std::string leader_sentence(const ReportContext& context, const ReportTable& table, const Topic& topic);

// How many areas are in which class: "Dari 5 kecamatan, 3 berada pada kelas tinggi dan 2 pada kelas sedang." Empty for
// one area only. `what` is the class's name: "kelas risiko".
[[nodiscard]] std::string class_sentence(const ReportContext& context, const ReportTable& table, std::size_t column,
                                         const std::string& what);

// "500,00 ha kelas rendah dan 1,00 ha kelas tinggi": the known cells of the total row.
struct Part {
    std::size_t column;
    std::string before;  // "kerugian fisik"
    std::string after;   // "kelas rendah"
};
[[nodiscard]] std::string parts_text(const ReportContext& context, const ReportTable& table, const std::string& unit,
                                     const std::vector<Part>& parts);

// Sentences one after the other; empty ones are left out.
[[nodiscard]] std::string paragraph(const std::vector<std::string>& sentences);

}  // namespace papar
