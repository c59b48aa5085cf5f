#include "engine/variants.hpp"

#include "engine/calculate.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

bool has_alternative_breaks(const Study& study) {
    return std::ranges::any_of(study.hazards,
                               [](const HazardSettings& hazard) { return !hazard.alternative_breaks.empty(); });
}

Study with_population(Study study, const AlternativePopulation& alternative) {
    study.population = alternative.population;
    study.recorded_inputs.reset();  // compared once, with the study itself
    return study;
}

Study with_alternative_breaks(Study study) {
    for (HazardSettings& hazard : study.hazards) {
        if (!hazard.alternative_breaks.empty()) {
            hazard.classes.breaks = hazard.alternative_breaks;
        }
    }
    return study;
}

}  // namespace

Variants::Variants(const Study& study, const Prepared& main, Decoder decoder) {
    add("", study, main);
    for (const AlternativePopulation& alternative : study.alternative_populations) {
        const std::string role = "population:" + alternative.id;
        const Study changed = with_population(study, alternative);
        const Prepared& prepared = alternatives_.emplace_back(prepare(changed, decoder));
        for (const UsedFile& file : prepared.files) {
            if (file.role == "population") {
                files_.push_back({role, file.name, file.path});
            }
        }
        add(role, changed, prepared);
    }
}

// `population` is empty for the study's own.
void Variants::add(const std::string& population, const Study& study, const Prepared& prepared) {
    if (!population.empty()) {
        variants_.push_back({population, study, &prepared});
    }
    if (has_alternative_breaks(study)) {
        variants_.push_back(
            {population.empty() ? "breaks" : population + "+breaks", with_alternative_breaks(study), &prepared});
    }
}

Findings Variants::findings() const {
    Findings all;
    for (const Prepared& prepared : alternatives_) {
        add_new_findings(prepared.findings(), all);
    }
    return all;
}

std::vector<VariantResult> Variants::calculate(const ProgressCallback& progress) const {
    std::vector<VariantResult> results;
    for (const Variant& variant : variants_) {
        OverlayResult result = papar::calculate(variant.study, *variant.prepared, progress).result;
        add_new_findings(variant.prepared->findings(), result.findings);
        add_new_findings(variant.prepared->rasters.findings_of_reading(), result.findings);
        results.push_back({variant.id, std::move(result)});
    }
    return results;
}

void add_new_findings(const Findings& more, Findings& findings) {
    for (const Finding& finding : more) {
        if (std::ranges::none_of(findings, [&](const Finding& known) {
                return known.id == finding.id && known.subject == finding.subject;
            })) {
            findings.push_back(finding);
        }
    }
}

void add_new_findings(const std::vector<VariantResult>& variants, Findings& findings) {
    for (const VariantResult& variant : variants) {
        add_new_findings(variant.result.findings, findings);
    }
}

}  // namespace papar
