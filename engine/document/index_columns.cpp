#include "engine/document/index_columns.hpp"

#include "engine/document/report_cells.hpp"

#include <cstddef>

namespace papar {

std::string class_title(const ReportContext& context, int single_class) {
    const std::string word = class_word(single_class, context.language());
    return word.substr(0, 1) + lower_case(word.substr(1));
}

std::vector<AreaColumn> area_columns(const ReportContext& context, const std::string& group, const IndexOf& index) {
    std::vector<AreaColumn> columns;
    for (std::size_t i = 0; i < risk_classes; ++i) {
        columns.push_back({{class_title(context, static_cast<int>(i) + 1), group, CellFormat::hectares, true},
                           [index, i](const AreaRow& row) { return area_cell(index(row), i); }});
    }
    columns.push_back({{"Total", group, CellFormat::hectares, true},
                       [index](const AreaRow& row) { return total_area_cell(index(row)); }});
    return columns;
}

AreaColumn index_column(const ReportContext& context, const IndexOf& index) {
    return {{context.say("Indeks", "Index"), "", CellFormat::index, false},
            [index](const AreaRow& row) { return mean_cell(index(row)); }};
}

AreaColumn class_column(const std::string& heading, const IndexOf& index) {
    return {{heading, "", CellFormat::class_of, false}, [index](const AreaRow& row) { return class_cell(index(row)); }};
}

void add_index_note(const ReportContext& context, ReportTable& table) {
    table.notes.push_back(
        context.say("Indeks adalah rata-rata menurut luas; kelas mengikuti aturan pada lampiran metode, "
                    "sehingga keduanya dapat berbeda.",
                    "The index is a mean by area; the class follows the rule in the method annex, so "
                    "that the two may differ."));
}

std::string area_paragraph(const ReportContext& context, const ReportTable& table, Topic topic) {
    topic.column = first_column + risk_classes;
    topic.unit = "ha";
    std::string parts;
    if (number_in(table.total[topic.column]) > 0) {
        std::vector<Part> classes;
        for (std::size_t i = 0; i < risk_classes; ++i) {
            const std::string word = class_in_text(context, static_cast<double>(i + 1));
            classes.push_back({first_column + i, "", context.say("kelas " + word, "in the " + word + " class")});
        }
        parts =
            context.say("Luas itu terdiri atas ", "It consists of ") + parts_text(context, table, "ha", classes) + ".";
    }
    return paragraph({total_sentences(context, table, topic), parts, leader_sentence(context, table, topic)});
}

}  // namespace papar
