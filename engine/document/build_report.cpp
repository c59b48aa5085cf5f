#include "engine/document/build_report.hpp"

#include "engine/document/annex_tables.hpp"
#include "engine/document/exposure_tables.hpp"
#include "engine/document/finding_text.hpp"
#include "engine/document/hazard_tables.hpp"
#include "engine/document/matrix_tables.hpp"
#include "engine/document/multi_hazard_tables.hpp"
#include "engine/document/report_charts.hpp"

#include <cstddef>
#include <utility>

namespace papar {
namespace {

[[nodiscard]] ReportSection hazard_section(ReportContext& context, std::size_t hazard) {
    ReportSection section;
    section.heading = context.view.facts.hazards[hazard].title;
    section.tables = {hazard_area_table(context, hazard),   exposed_people_table(context, hazard),
                      loss_table(context, hazard),          environment_table(context, hazard),
                      vulnerability_table(context, hazard), risk_area_table(context, hazard)};
    if (!context.risk.exposures.empty()) section.tables.push_back(exposure_layers_table(context, hazard));
    if (!context.risk.exposures.empty() && context.rows.size() > 1) {
        section.tables.push_back(exposure_by_area_table(context, hazard));
    }
    if (!context.risk.points.empty()) section.tables.push_back(exposed_points_table(context, hazard));
    section.charts = hazard_charts(context, hazard);
    return section;
}

[[nodiscard]] ReportSection multi_hazard_section(ReportContext& context) {
    ReportSection section;
    section.heading = context.say("Multibahaya", "Multi-hazard");
    section.tables = multi_hazard_tables(context);
    section.tables.push_back(recap_table(context));
    return section;
}

}  // namespace

KrbReport krb_report(const ResultView& view, const RiskResult& risk, const ReportFacts& facts) {
    ReportContext context(view, risk, facts);
    KrbReport report;
    report.language = view.language;
    report.region = context.region;
    report.title = facts.title;
    if (facts.title.empty()) {
        report.title = facts.region.empty()
                           ? view.facts.study_title
                           : context.say("Kajian Risiko Bencana ", "Disaster Risk Assessment of ") + facts.region;
    }
    report.note = view.facts.note;
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
        report.sections.push_back(hazard_section(context, hazard));
    }
    report.sections.push_back({context.say("Kapasitas", "Capacity"), {}, {capacity_table(context)}, {}});
    if (!view.facts.hazards.empty()) report.sections.push_back(multi_hazard_section(context));
    report.method = method_table(context);
    report.sources = sources_table(context, facts.sources);
    report.disclaimers = disclaimers(context, facts.sources);
    for (const Finding& finding : all_findings(context)) report.findings.push_back(finding_text(context, finding));
    report.matrix = matrix_tables(context);
    return report;
}

}  // namespace papar
