// papar check STUDY: everything up to the calculation; writes nothing.
#include "engine/base/error.hpp"
#include "engine/run.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/numbers.hpp"
#include "tools/papar/progress_report.hpp"
#include "tools/papar/run_summary.hpp"
#include "tools/papar/study_arguments.hpp"
#include <fmt/format.h>

#include <memory>
#include <string>

namespace papar {

namespace {

std::string report_text(const CheckReport& report) {
    std::string text;
    for (const std::string& layer : report.layers) {
        text += layer + "\n";
    }
    const Grid& grid = report.grid;
    text += fmt::format("grid: {} x {} cells of {:.10g} x {:.10g}, from {:.10g}, {:.10g}, in {}\n", grouped(grid.cols),
                        grouped(grid.rows), grid.dx, grid.dy, grid.x0, grid.y0, report.crs_label);
    text += fmt::format("zones: {}, with {} vertices\n", grouped(report.zones), grouped(report.vertices));
    text += fmt::format("blocks: {} of {} hold zones; {} to read, about {}\n", grouped(report.blocks_with_zones),
                        grouped(report.blocks), bytes_text(static_cast<double>(report.bytes_to_read)),
                        duration(report.estimated_seconds));
    return text;
}

void check_study(const StudyArguments& arguments) {
    const Study study = arguments.study();
    ProgressReport progress(arguments.progress());
    const CheckReport report = check(study, {arguments.threads, false, Decoder::automatic, progress.callback()});
    progress.finish();
    if (!arguments.quiet) {
        fmt::print("{}{}people in overlaps and gaps, and zones beyond the rasters, show in a run\n",
                   report_text(report), findings_text(report.findings));
    }
    if (arguments.strict && !report.findings.empty()) {
        throw error(ErrorKind::input, "{} has {}, and --strict allows none", study.file.string(),
                    counted(static_cast<std::int64_t>(report.findings.size()), "finding"));
    }
}

}  // namespace

Action declare_check(CLI::App& options) {
    const auto arguments = std::make_shared<StudyArguments>();
    arguments->declare(options);
    options.footer("Example:\n  papar check study.toml --strict");
    return [arguments] { check_study(*arguments); };
}

}  // namespace papar
