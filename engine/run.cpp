#include "engine/run.hpp"

#include "engine/assess.hpp"
#include "engine/base/error.hpp"
#include "engine/borders.hpp"
#include "engine/calculate.hpp"
#include "engine/document/write_documents.hpp"
#include "engine/input_hashes.hpp"
#include "engine/output/index_rasters.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/output_folder.hpp"
#include "engine/output/raster_titles.hpp"
#include "engine/output/write_outputs.hpp"
#include "engine/prepare.hpp"
#include "engine/study/read_study.hpp"
#include "engine/tiles/record_tiles.hpp"
#include "engine/tiles/write_tiles.hpp"
#include "engine/variants.hpp"
#include "engine/web/result_data.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>

#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace papar {

namespace {

class Stopwatch {
public:
    // Closes the current stage.
    void lap(const std::string& stage, std::vector<Timing>& timings) {
        const auto now = std::chrono::steady_clock::now();
        timings.push_back({stage, std::chrono::duration<double>(now - last_).count()});
        last_ = now;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

int threads_of(const RunOptions& options) {
    return options.threads > 0 ? options.threads : tbb::info::default_concurrency();
}

RunFacts facts_of(const Study& study, const Prepared& prepared) {
    RunFacts facts;
    facts.study_id = study.id;
    facts.study_title = study.title;
    facts.note = study.note;
    facts.settings_json = settings_as_json(study);
    facts.people_model = study.population.model;
    facts.groups = study.population.groups;
    facts.official = prepared.official;
    facts.grid_crs_wkt = prepared.rasters.crs_wkt;
    facts.grid = prepared.rasters.analysis.grid;
    for (std::size_t i = 0; i < study.hazards.size(); ++i) {
        const HazardSettings& hazard = study.hazards[i];
        facts.hazards.push_back({hazard.id, hazard.title, hazard.classes, prepared.vectors.counts[i]});
    }
    facts.findings = prepared.findings();
    const Findings borders = findings_on_borders(study, prepared);
    facts.findings.insert(facts.findings.end(), borders.begin(), borders.end());
    if (study.borders.report) {
        facts.borders = std::make_shared<const BorderReport>(*prepared.borders);
    }
    return facts;
}

std::vector<UsedFile> all_files(const Prepared& prepared, const std::optional<PreparedRisk>& risk,
                                const Variants& variants) {
    std::vector<UsedFile> files = prepared.files;
    if (risk) {
        files.insert(files.end(), risk->files.begin(), risk->files.end());
    }
    files.insert(files.end(), variants.files().begin(), variants.files().end());
    return files;
}

std::vector<std::filesystem::path> paths_of(const std::vector<UsedFile>& files) {
    std::vector<std::filesystem::path> paths;
    for (const UsedFile& file : files) paths.push_back(file.path);
    return paths;
}

void refuse_findings(const Findings& findings) {
    if (!findings.empty()) {
        throw error(ErrorKind::input, "{} findings, and --strict accepts none; the first: {}", findings.size(),
                    findings.front().sentence);
    }
}

// The way from the result to where the study's relative paths start, so that the record can find the inputs again.
std::string folder_from(const std::filesystem::path& result, const std::filesystem::path& study) {
    return std::filesystem::weakly_canonical(std::filesystem::current_path() / study)
        .lexically_relative(result)
        .string();
}

// An input inside the output folder would be replaced by the result.
void refuse_inputs_in(const std::filesystem::path& folder, const std::vector<UsedFile>& files) {
    for (const UsedFile& file : files) {
        std::error_code problem;
        const std::filesystem::path place = std::filesystem::weakly_canonical(file.path, problem).parent_path();
        if (place == folder || place == folder / rasters_folder) {
            throw error(ErrorKind::usage,
                        "{}: it lies in the output folder, whose files a run replaces; choose another folder",
                        file.name);
        }
    }
}

void open_index_rasters(const Study& study, const PreparedRisk& risk, const RunFacts& facts, const OutputFolder& folder,
                        std::optional<IndexRasters>& rasters) {
    if (study.document.rasters) {
        rasters.emplace(folder.staging(), titled(risk.rasters, facts.hazards, study.output.language), facts.grid,
                        facts.grid_crs_wkt, study.output.language);
    }
}

// What the study's layers are and who made them, for the document.
std::vector<std::string> sources_of(const Study& study) {
    std::vector<std::string> sources;
    const auto add = [&](const std::string& what, const std::string& source) {
        if (!source.empty()) {
            sources.push_back(what + ": " + source);
        }
    };
    for (const HazardSettings& hazard : study.hazards) {
        add(hazard.title, hazard.source);
    }
    add(study.population.raster.name, study.population.source);
    add(study.zones.name, study.zones.source);
    for (const ExposureInput& exposure : study.exposures) {
        add(exposure.title, exposure.source);
    }
    return sources;
}

// Rasters and documents; nothing for a study without a profile.
std::vector<std::string> write_risk_files(const Study& study, const Prepared& prepared, const RunReport& report,
                                          std::optional<IndexRasters>& rasters, const OutputFolder& folder,
                                          const ProgressCallback& progress) {
    std::vector<std::string> files;
    if (rasters) {
        files = rasters->finish(progress);
        rasters.reset();
    }
    if (report.risk) {
        const ResultView view{report.facts,          prepared.zones.layer, report.result,
                              study.output.language, report.variants,      &*report.risk};
        const std::vector<std::string> documents = write_documents(
            folder.staging(), view, *report.risk, {study.document.region, "", "", sources_of(study)}, study.document);
        files.insert(files.end(), documents.begin(), documents.end());
    }
    return files;
}

// Map tiles and what the viewer shows, of the result as it stands in the staging folder. Its GeoPackage is written by
// then: what tiles leave out is printed with the findings, and stands in the tiles' own TileJSON.
void cut_tiles(TilesSettings tiles, const RunOptions& options, const std::filesystem::path& result,
               Findings& findings) {
    tiles.threads = threads_of(options);
    for (const WrittenTiles& written : write_tiles(result, tiles, options.progress)) {
        findings.insert(findings.end(), written.findings.begin(), written.findings.end());
        if (options.strict) refuse_findings(written.findings);
    }
    write_result_data(result);
    end_of_tiles(result);
    record_tiles(result);
}

RunReport run_stages(const Study& study, const RunOptions& options) {
    Stopwatch watch;
    std::vector<Timing> timings;
    OutputFolder folder(study.output);

    InputHashes hashes(threads_of(options));
    hashes.add({study.zones.path});
    Prepared prepared = prepare(study, options.decoder);
    const Variants variants(study, prepared, options.decoder);
    const std::optional<PreparedRisk> risk = prepare_risk(study, prepared);
    const std::vector<UsedFile> files = all_files(prepared, risk, variants);
    refuse_inputs_in(folder.folder(), files);
    hashes.add(paths_of(files));
    watch.lap("inputs", timings);

    count_people_in_defects(study, options.progress, prepared);
    watch.lap("borders", timings);

    RunReport report;
    report.facts = facts_of(study, prepared);
    std::optional<IndexRasters> rasters;
    if (risk) {
        open_index_rasters(study, *risk, report.facts, folder, rasters);
        Assessed assessed = assess(study, prepared, *risk, rasters ? &*rasters : nullptr, options.progress);
        report.result = std::move(assessed.result);
        report.risk = std::move(assessed.risk);
    } else {
        report.result = calculate(study, prepared, options.progress).result;
    }
    report.variants = variants.calculate(options.progress);
    watch.lap("overlay", timings);

    Findings& findings = report.facts.findings;
    for (const Findings& more : {prepared.rasters.findings_of_reading(), report.result.findings}) {
        findings.insert(findings.end(), more.begin(), more.end());
    }
    if (risk) {
        findings.insert(findings.end(), risk->findings.begin(), risk->findings.end());
    }
    add_new_findings(report.variants, findings);
    if (options.strict) {
        refuse_findings(findings);
    }
    report.facts.inputs = std::async(std::launch::deferred, [&hashes, &files] { return hashes.of(files); }).share();
    report.facts.study_folder = folder_from(folder.folder(), study.folder);
    report.facts.timings = timings;
    report.facts.threads = threads_of(options);
    const std::vector<std::string> others =
        write_risk_files(study, prepared, report, rasters, folder, options.progress);
    write_outputs(folder.staging(), report.facts, prepared.zones.layer, report.result, study.output, options.progress,
                  report.variants, report.risk ? &*report.risk : nullptr, others);
    if (study.tiles) cut_tiles(*study.tiles, options, folder.staging(), findings);
    folder.commit();
    report.folder = study.output.folder;
    return report;
}

template <typename Work>
auto on_threads(const RunOptions& options, const Work& work) {
    const int threads = threads_of(options);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    return tbb::task_arena(threads).execute(work);
}

}  // namespace

RunReport run(const Study& study, const RunOptions& options) {
    return on_threads(options, [&] { return run_stages(study, options); });
}

}  // namespace papar
