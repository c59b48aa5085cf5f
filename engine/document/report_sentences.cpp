#include "engine/document/report_sentences.hpp"

#include "engine/document/number_text.hpp"
#include "engine/document/report_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace papar {
namespace {

[[nodiscard]] CellFormat format_of(const ReportTable& table, const Topic& topic) {
    return table.columns[topic.column].format;
}

[[nodiscard]] std::string unknown_rows(const ReportContext& context, const ReportTable& table, const Topic& topic) {
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!is_known(table.rows[row][topic.column])) names.push_back(context.rows[row].in_text);
    }
    const bool all_unknown = names.size() == table.rows.size();
    if (names.empty() || (all_unknown && !is_known(table.total[topic.column]))) return "";
    const std::string which =
        names.size() <= most_names
            ? joined(names, context.language())
            : fmt::format(fmt::runtime(context.say("{} dari {} baris tabel", "{} of the table's {} rows")),
                          names.size(), table.rows.size());
    const std::string left_out =
        is_known(table.total[topic.column]) ? context.say(" dan tidak termasuk di dalamnya", " and not included") : "";
    return context.say("Angka untuk " + which + " tidak diketahui" + left_out + ".",
                       "The figures of " + which + " are not known" + left_out + ".");
}

[[nodiscard]] std::string share_text(const ReportContext& context, double part, const ReportCell& total,
                                     const Topic& topic) {
    const double whole = number_in(total);
    if (whole <= 0) return "";
    const std::string percent = number_text(100 * part / whole, 1, context.language());
    return context.say(" atau " + percent + "% dari " + topic.whole, " or " + percent + "% of " + topic.whole);
}

}  // namespace

std::string figure_text(const ReportContext& context, const ReportCell& cell, CellFormat format,
                        const std::string& unit) {
    const Language language = context.language();
    const std::string zero = printed(0.0, format, language);
    std::string before;
    std::string text = printed(cell, format, language);
    if (text == zero && number_in(cell) > 0) {
        text.back() = '1';  // in the last place
        before = context.say("kurang dari ", "less than ");
    }
    if (unit == "Rp") return before + unit + text;  // Rp1.000,00
    return before + text + (unit.empty() ? "" : " " + unit);
}

std::string class_in_text(const ReportContext& context, const ReportCell& cell) {
    return lower_case(printed(cell, CellFormat::class_of, context.language()));
}

std::string total_sentences(const ReportContext& context, const ReportTable& table, const Topic& topic) {
    const ReportCell& total = table.total[topic.column];
    const std::string place = context.say(" di ", " in ") + context.region;
    const std::string unknown = unknown_rows(context, table, topic);
    if (!is_known(total)) {
        return paragraph({topic.subject + place + context.say(" tidak diketahui.", " is not known."), unknown});
    }
    if (number_in(total) == 0 && unknown.empty()) return topic.nothing + place + ".";
    if (number_in(total) == 0) {
        return paragraph({topic.nothing + context.say(" di bagian " + context.region + " yang diketahui.",
                                                      " in the part of " + context.region + " that is known."),
                          unknown});
    }
    std::string of_class;
    if (topic.class_column) {
        const ReportCell& single = table.total[*topic.class_column];
        const std::string word = class_in_text(context, single);
        of_class = is_known(single) ? context.say(" dan berada pada kelas " + word, " and is in the " + word + " class")
                                    : context.say("; kelasnya tidak diketahui", "; its class is not known");
    }
    return paragraph({topic.subject + place + context.say(" mencapai ", " amounts to ") +
                          figure_text(context, total, format_of(table, topic), topic.unit) + of_class + ".",
                      unknown});
}

std::string leader_sentence(const ReportContext& context, const ReportTable& table, const Topic& topic) {
    const CellFormat format = format_of(table, topic);
    double most = 0;
    std::size_t areas = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (context.rows[row].outside) continue;
        ++areas;
        most = std::max(most, number_in(table.rows[row][topic.column]));
    }
    if (areas < 2 || most <= 0) return "";
    std::vector<std::string> leaders;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const ReportCell& cell = table.rows[row][topic.column];
        const bool equal = is_known(cell) && number_in(cell) > 0 &&
                           printed(cell, format, context.language()) == printed(most, format, context.language());
        if (equal && !context.rows[row].outside) leaders.push_back(context.rows[row].in_text);
    }
    const std::string figure =
        figure_text(context, most, format, topic.unit) + share_text(context, most, table.total[topic.column], topic);
    if (leaders.size() == 1) {
        return context.say(
            context.row_title + " dengan " + topic.most + " adalah " + leaders[0] + ", yaitu " + figure + ".",
            "The " + context.row_word() + " with " + topic.most + " is " + leaders[0] + ", with " + figure + ".");
    }
    if (leaders.size() > most_names) {
        const std::string count = fmt::format("{} {}", leaders.size(), context.row_word());
        return context.say("Sebanyak " + count + " memiliki " + topic.most + ", masing-masing " + figure + ".",
                           "As many as " + count + " have " + topic.most + ", each with " + figure + ".");
    }
    const std::string names = joined(leaders, context.language());
    return context.say(
        context.row_title + " dengan " + topic.most + " adalah " + names + ", masing-masing " + figure + ".",
        "The " + context.row_word() + " with " + topic.most + " are " + names + ", each with " + figure + ".");
}

std::string class_sentence(const ReportContext& context, const ReportTable& table, std::size_t column,
                           const std::string& what) {
    std::array<std::size_t, risk_classes + 1> counts{};  // [0]: no class
    std::size_t areas = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (context.rows[row].outside) continue;
        ++areas;
        ++counts[static_cast<std::size_t>(number_in(table.rows[row][column]))];
    }
    if (areas < 2 || counts[0] == areas) return "";
    std::vector<std::string> parts;
    for (std::size_t single = risk_classes; single > 0; --single) {
        if (counts[single] == 0) continue;
        const std::string word = class_in_text(context, static_cast<double>(single));
        if (counts[single] == areas) {
            return context.say(fmt::format("Semua {} berada pada {} {}.", context.row_word(), what, word),
                               fmt::format("All {} are in the {} {}.", context.row_word(), word, what));
        }
        const bool first = parts.empty();
        const char* verb = !first ? "" : counts[single] == 1 ? "is " : "are ";
        parts.push_back(context.say(
            fmt::format("{} {}pada {} {}", counts[single], first ? "berada " : "", first ? what : "kelas", word),
            fmt::format("{} {}in the {} {}", counts[single], verb, word, first ? what : "class")));
    }
    if (counts[0] > 0) {
        parts.push_back(
            context.say(fmt::format("{} tanpa kelas", counts[0]), fmt::format("{} without a class", counts[0])));
    }
    return context.say(fmt::format("Dari {} {}, ", areas, context.row_word()),
                       fmt::format("Of {} {}, ", areas, context.row_word())) +
           joined(parts, context.language()) + ".";
}

std::string parts_text(const ReportContext& context, const ReportTable& table, const std::string& unit,
                       const std::vector<Part>& parts) {
    std::vector<std::string> texts;
    for (const Part& part : parts) {
        const ReportCell& cell = table.total[part.column];
        if (!is_known(cell)) continue;
        texts.push_back((part.before.empty() ? "" : part.before + " ") +
                        figure_text(context, cell, table.columns[part.column].format, unit) +
                        (part.after.empty() ? "" : " " + part.after));
    }
    return joined(texts, context.language());
}

std::string paragraph(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) continue;
        if (!text.empty()) text += ' ';
        text += sentence;
    }
    return text;
}

}  // namespace papar
