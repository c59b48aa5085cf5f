#include "engine/document/exposure_tables.hpp"

#include "engine/document/index_columns.hpp"
#include "engine/document/number_text.hpp"
#include "engine/document/report_cells.hpp"
#include "engine/document/report_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace papar {
namespace {

constexpr std::size_t layer_column = 1;
constexpr std::size_t unit_column = 2;
constexpr std::size_t exposed_column = unit_column + risk_classes + 1;
constexpr std::size_t whole_column = exposed_column + 1;

[[nodiscard]] std::string layers_paragraph(const ReportContext& context, const ReportTable& table,
                                           const std::string& hazard) {
    std::vector<std::string> sentences;
    for (const std::vector<ReportCell>& row : table.rows) {
        const std::string name = std::get<std::string>(row[layer_column]);
        const std::string unit = std::get<std::string>(row[unit_column]);
        if (!is_known(row[exposed_column])) {
            sentences.push_back(name + context.say(": paparan terhadap " + hazard + " tidak diketahui.",
                                                   ": the exposure to " + hazard + " is not known."));
            continue;
        }
        const std::string part = figure_text(context, row[exposed_column], CellFormat::amount, unit);
        const std::string whole = figure_text(context, row[whole_column], CellFormat::amount, unit);
        std::string share;
        if (number_in(row[whole_column]) > 0) {
            const double percent = 100 * number_in(row[exposed_column]) / number_in(row[whole_column]);
            share = " (" + number_text(percent, 1, context.language()) + "%)";
        }
        sentences.push_back(name + ": " + part + context.say(" dari ", " of ") + whole + share +
                            context.say(" berada di daerah " + hazard + ".", " are in the area of " + hazard + "."));
    }
    return paragraph(sentences);
}

// The name of the row that a point's zone belongs to.
[[nodiscard]] ReportCell row_of(const ReportContext& context, const ExposedPoint& point) {
    if (!point.zone) return {};
    const std::optional<std::size_t> level = table_level(context.view.layer);
    if (level) {
        const auto area = context.view.layer.levels[*level].area_of_zone[*point.zone];
        if (area) return context.rows[*area].name;
    }
    return context.zones[*point.zone].name;
}

struct PointCounts {
    std::array<std::size_t, risk_classes> in_class{};
    std::size_t without_hazard = 0, without_data = 0, outside = 0;

    [[nodiscard]] std::size_t exposed() const { return in_class[0] + in_class[1] + in_class[2]; }
};

[[nodiscard]] PointCounts count(const ReportContext& context, std::size_t hazard) {
    PointCounts counts;
    for (const ExposedPoint& point : context.risk.points) {
        const std::optional<int> single = point.classes[hazard];
        if (!point.zone) {
            ++counts.outside;
        } else if (!single) {
            ++counts.without_data;
        } else if (*single == 0) {
            ++counts.without_hazard;
        } else {
            ++counts.in_class[static_cast<std::size_t>(*single) - 1];
        }
    }
    return counts;
}

[[nodiscard]] std::string points_paragraph(const ReportContext& context, const PointCounts& counts,
                                           const std::string& hazard) {
    const std::size_t all = context.risk.points.size() - counts.outside;
    std::vector<std::string> parts;
    for (std::size_t i = risk_classes; i > 0; --i) {
        if (counts.in_class[i - 1] == 0) continue;
        const std::string word = class_in_text(context, static_cast<double>(i));
        parts.push_back(context.say(fmt::format("{} pada kelas {}", counts.in_class[i - 1], word),
                                    fmt::format("{} in the {} class", counts.in_class[i - 1], word)));
    }
    if (parts.empty()) {
        return context.say(
            fmt::format("Tidak ada fasilitas, dari {} di {}, yang berada di daerah {}.", all, context.region, hazard),
            fmt::format("None of the {} facilities in {} is in the area of {}.", all, context.region, hazard));
    }
    return context.say(fmt::format("Dari {} fasilitas di {}, {} berada di daerah {}: ", all, context.region,
                                   counts.exposed(), hazard),
                       fmt::format("Of {} facilities in {}, the area of {} holds {}: ", all, context.region, hazard,
                                   counts.exposed())) +
           joined(parts, context.language()) + ".";
}

void add_point_notes(const ReportContext& context, const PointCounts& counts, ReportTable& table) {
    const auto note = [&](std::size_t number, const std::string& indonesian, const std::string& english) {
        if (number > 0) table.notes.push_back(context.say(indonesian, english) + fmt::format(": {}.", number));
    };
    note(counts.without_hazard, "Fasilitas di luar daerah bahaya, tidak dimuat di tabel",
         "Facilities outside the hazard area, not listed");
    note(counts.without_data, "Fasilitas tanpa data bahaya, tidak dimuat di tabel",
         "Facilities without hazard data, not listed");
    note(counts.outside, "Fasilitas di luar semua wilayah, tidak dimuat di tabel",
         "Facilities outside all areas, not listed");
}

}  // namespace

ReportTable exposure_layers_table(ReportContext& context, std::size_t hazard) {
    ReportTable table;
    const std::string of = context.hazard(hazard);
    table.sheet = context.sheets.take(context.say("Paparan", "Exposure"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Paparan menurut kelas " + of + " di ", "Exposure by class of " + of + " in ") + context.region;
    const std::string group = context.say("Di daerah bahaya", "In the hazard area");
    table.columns = {
        {"No", "", CellFormat::ordinal}, {context.say("Lapisan", "Layer"), ""}, {context.say("Satuan", "Unit"), ""}};
    for (int single = 1; single <= static_cast<int>(risk_classes); ++single) {
        table.columns.push_back({class_title(context, single), group, CellFormat::amount});
    }
    table.columns.push_back({"Total", group, CellFormat::amount});
    table.columns.push_back({context.say("Seluruh wilayah", "Whole area"), "", CellFormat::amount});

    const RiskFigures& all = context.risk.all;
    const bool known = all.by_hazard[hazard].hazard.has_value();
    for (std::size_t i = 0; i < context.risk.exposures.size(); ++i) {
        const ExposureFacts& layer = context.risk.exposures[i];
        const ByClass<Amount>& classes = all.exposures[i].by_hazard[hazard];
        const auto cell = [&](Amount amount) { return amount_cell(amount.value() / layer.per_unit); };
        std::vector<ReportCell>& row = table.rows.emplace_back();
        row = {static_cast<double>(i + 1), layer.title, layer.unit};
        for (const Amount amount : classes) row.push_back(known ? cell(amount) : ReportCell());
        row.push_back(known ? cell(total(classes)) : ReportCell());
        row.push_back(cell(all.exposures[i].total));
    }
    table.paragraph = layers_paragraph(context, table, of);
    add_notes_of_unknown(context, hazard, {}, table);
    return table;
}

ReportTable exposed_points_table(ReportContext& context, std::size_t hazard) {
    ReportTable table;
    const std::string of = context.hazard(hazard);
    table.sheet = context.sheets.take(context.say("Fasilitas", "Facilities"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Fasilitas di daerah " + of + " di ", "Facilities in the area of " + of + " in ") + context.region;
    table.columns = {{"No", "", CellFormat::ordinal},
                     {context.say("Nama", "Name"), ""},
                     {context.say("Lapisan", "Layer"), ""},
                     {context.say("Jenis", "Kind"), ""},
                     {context.row_title, ""},
                     {context.say("Kelas bahaya", "Hazard class"), "", CellFormat::class_of}};
    std::vector<const ExposedPoint*> points;
    for (const ExposedPoint& point : context.risk.points) {
        if (point.zone && point.classes[hazard].value_or(0) > 0) points.push_back(&point);
    }
    std::ranges::stable_sort(points, {}, [hazard](const ExposedPoint* point) {
        return std::tuple(-*point->classes[hazard], point->exposure, point->name);
    });
    for (const ExposedPoint* point : points) {
        table.rows.push_back({static_cast<double>(table.rows.size() + 1), point->name,
                              context.risk.exposures[point->exposure].title, point->category, row_of(context, *point),
                              class_cell(point->classes[hazard])});
    }
    const PointCounts counts = count(context, hazard);
    table.paragraph = points_paragraph(context, counts, of);
    add_point_notes(context, counts, table);
    return table;
}

}  // namespace papar
