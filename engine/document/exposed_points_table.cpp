// The facilities in a hazard, one by one.
#include "engine/document/exposure_tables.hpp"
#include "engine/document/index_columns.hpp"
#include "engine/document/report_cells.hpp"
#include "engine/document/report_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace papar {
namespace {

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

[[nodiscard]] ReportCell value_cell(const ExposedPoint& point) {
    return point.value ? million_cell(Amount(*point.value)) : ReportCell();
}

[[nodiscard]] std::string value_sentence(const ReportContext& context, const std::vector<const ExposedPoint*>& points) {
    Amount sum;
    std::size_t without = 0;
    for (const ExposedPoint* point : points) {
        sum += Amount(point->value.value_or(0));
        without += point->value ? 0 : 1;
    }
    if (without == points.size()) return "";
    const std::string figure =
        figure_text(context, million_cell(sum), CellFormat::million, context.say("juta rupiah", "million rupiah"));
    const std::string rest = without == 0 ? ""
                                          : context.say(fmt::format("; nilai {} fasilitas tidak diketahui", without),
                                                        fmt::format("; the value of {} is not known", without));
    return context.say("Nilai fasilitas itu seluruhnya ", "Together they are worth ") + figure + rest + ".";
}

}  // namespace

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
                     {context.row_title, ""}};
    const bool with_values =
        std::ranges::any_of(context.risk.points, [](const ExposedPoint& point) { return point.value.has_value(); });
    if (with_values) {
        table.columns.push_back(
            {context.say("Nilai (juta rupiah)", "Value (million rupiah)"), "", CellFormat::million});
    }
    table.columns.push_back({context.say("Kelas bahaya", "Hazard class"), "", CellFormat::class_of});
    std::vector<const ExposedPoint*> points;
    for (const ExposedPoint& point : context.risk.points) {
        if (point.zone && point.classes[hazard].value_or(0) > 0) points.push_back(&point);
    }
    std::ranges::stable_sort(points, {}, [hazard](const ExposedPoint* point) {
        return std::tuple(-*point->classes[hazard], point->exposure, point->name);
    });
    for (const ExposedPoint* point : points) {
        std::vector<ReportCell>& row = table.rows.emplace_back();
        row = {static_cast<double>(table.rows.size()), point->name, context.risk.exposures[point->exposure].title,
               point->category, row_of(context, *point)};
        if (with_values) row.push_back(value_cell(*point));
        row.push_back(class_cell(point->classes[hazard]));
    }
    const PointCounts counts = count(context, hazard);
    table.paragraph = paragraph({points_paragraph(context, counts, of), value_sentence(context, points)});
    add_point_notes(context, counts, table);
    return table;
}

}  // namespace papar
