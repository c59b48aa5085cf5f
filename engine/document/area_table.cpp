#include "engine/document/area_table.hpp"

#include "engine/document/finding_text.hpp"
#include "engine/document/report_cells.hpp"

#include <algorithm>
#include <string_view>

namespace papar {
namespace {

[[nodiscard]] bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether a text has a word in it, not as a part of a longer one.
[[nodiscard]] bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end]))) return true;
    }
    return false;
}

[[nodiscard]] bool concerns(const ReportContext& context, const Finding& finding, std::optional<std::size_t> hazard,
                            const std::vector<std::string>& topics) {
    const std::vector<HazardFacts>& hazards = context.view.facts.hazards;
    if (finding.id == "profile.recalled") return false;  // such a number is used: no reason for a dash
    const bool own = hazard && has_word(finding.subject, hazards[*hazard].id);
    const bool of_other = !own && std::ranges::any_of(hazards, [&](const HazardFacts& other) {
        return has_word(finding.subject, other.id);
    });
    if (topics.empty()) return own;
    const std::string text = finding.id + " " + finding.subject + " " + finding.sentence;
    return !of_other && std::ranges::any_of(topics, [&](const std::string& topic) { return has_word(text, topic); });
}

[[nodiscard]] std::string quoted(const ReportColumn& column) {
    return "\"" + (column.group.empty() ? column.heading : column.group + ": " + column.heading) + "\"";
}

// A hazard whose vulnerability is known has every component that the method counts for it.
[[nodiscard]] bool is_left_out_by_method(const ReportContext& context, std::optional<std::size_t> hazard,
                                         const std::vector<std::string>& topics) {
    const auto is_component = [](const std::string& topic) {
        return topic == "social" || topic == "physical" || topic == "economic" || topic == "environmental";
    };
    return hazard && context.risk.all.by_hazard[*hazard].vulnerability && std::ranges::any_of(topics, is_component);
}

[[nodiscard]] bool all_unknown(const ReportTable& table, std::size_t column) {
    const auto unknown = [&](const std::vector<ReportCell>& row) { return !is_known(row[column]); };
    return std::ranges::all_of(table.rows, unknown) && (table.total.empty() || unknown(table.total));
}

}  // namespace

ReportTable area_table(ReportContext& context, const std::vector<AreaColumn>& columns) {
    ReportTable table;
    table.columns = {{context.say("No", "No"), "", CellFormat::ordinal}, {context.row_title, "", CellFormat::text}};
    for (const AreaColumn& column : columns) table.columns.push_back(column.column);
    for (const AreaRow& area : context.rows) {
        std::vector<ReportCell>& row = table.rows.emplace_back();
        row = {static_cast<double>(table.rows.size()), area.name};
        for (const AreaColumn& column : columns) row.push_back(column.cell(area));
    }
    table.total = {std::string(), context.all.name};
    for (const AreaColumn& column : columns) table.total.push_back(column.cell(context.all));
    if (std::ranges::any_of(context.rows, &AreaRow::outside)) {
        table.notes.push_back(context.say(
            "Wilayah yang tidak termasuk " + context.row_word() +
                " mana pun mempunyai baris sendiri, sehingga jumlah semua baris sama dengan baris terakhir.",
            "Zones that lie in no " + context.row_word() +
                " have rows of their own, so that the rows add up to the last row."));
    }
    return table;
}

void add_notes_of_unknown(const ReportContext& context, std::optional<std::size_t> hazard,
                          const std::vector<std::string>& topics, ReportTable& table) {
    const auto has_dash = [](const std::vector<ReportCell>& row) { return !std::ranges::all_of(row, is_known); };
    if (table.rows.empty() || (std::ranges::none_of(table.rows, has_dash) && !has_dash(table.total))) return;
    table.notes.push_back(
        context.say("Tanda \"-\" berarti tidak diketahui, atau tidak berlaku (misalnya karena tidak ada daerah "
                    "bahaya); bukan nol.",
                    "A dash (-) means not known, or not applicable (as where there is no hazard area); "
                    "it is not zero."));
    std::vector<std::string> empty;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (all_unknown(table, column)) empty.push_back(quoted(table.columns[column]));
    }
    if (empty.empty()) return;
    const std::string names = joined(empty, context.language());
    if (is_left_out_by_method(context, hazard, topics)) {
        table.notes.push_back(context.say("Tidak berlaku untuk bahaya ini menurut metode: " + names + ".",
                                          "Not applicable to this hazard by the method: " + names + "."));
        return;
    }
    const bool everything = empty.size() + first_column == table.columns.size();
    std::string note = everything ? context.say("Tidak satu pun angka di tabel ini diketahui atau berlaku.",
                                                "No figure of this table is known or applicable.")
                                  : context.say("Tidak diketahui atau tidak berlaku di semua baris: " + names + ".",
                                                "Not known or not applicable in any row: " + names + ".");
    std::string reasons;
    for (const Finding& finding : all_findings(context)) {
        if (concerns(context, finding, hazard, topics)) reasons += " " + finding_text(context, finding);
    }
    note += reasons.empty() ? context.say(" Lihat bagian \"Hal yang perlu diketahui pembaca\".",
                                          " See the section \"What readers must know\".")
                            : reasons;
    table.notes.push_back(note);
}

Findings all_findings(const ReportContext& context) {
    Findings all;
    for (const Findings* some : {&context.view.facts.findings, &context.risk.findings}) {
        for (const Finding& finding : *some) {
            if (std::ranges::find(all, finding) == all.end()) all.push_back(finding);
        }
    }
    return all;
}

}  // namespace papar
