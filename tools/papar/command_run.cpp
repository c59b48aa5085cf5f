// papar run STUDY: everything, outputs included.
#include "engine/base/error.hpp"
#include "engine/run.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/progress_report.hpp"
#include "tools/papar/run_summary.hpp"
#include "tools/papar/study_arguments.hpp"
#include "tools/papar/talk.hpp"
#include <fmt/format.h>

#include <memory>
#include <string>

namespace papar {

namespace {

struct RunArguments {
    StudyArguments common;
    std::string folder;
    bool overwrite = false;
    bool gdal = false;
};

void run_study(const RunArguments& arguments) {
    Study study = arguments.common.study();
    if (!arguments.folder.empty()) {
        study.output.folder = arguments.folder;
    }
    if (study.output.folder.empty()) {
        throw error(ErrorKind::usage, "{}: no output folder; write folder = \"...\" under [output], or give -o FOLDER",
                    study.file.string());
    }
    study.output.overwrite = arguments.overwrite;

    ProgressReport progress(arguments.common.progress());
    const RunReport report = run(study, {arguments.common.threads, arguments.common.strict,
                                         arguments.gdal ? Decoder::gdal : Decoder::automatic, progress.callback()});
    progress.finish();
    if (!arguments.common.quiet) {
        say(fmt::format("{}{}results: {}\n", balance_text(report), findings_text(report.facts.findings),
                        report.folder.string()));
    }
}

}  // namespace

Action declare_run(CLI::App& options) {
    const auto arguments = std::make_shared<RunArguments>();
    arguments->common.declare(options);
    options.add_option("-o,--output", arguments->folder, "Output folder; otherwise the study's")->type_name("FOLDER");
    options.add_flag("--gdal", arguments->gdal, "Decode all rasters with GDAL: slower, the same figures");
    options.add_flag("--overwrite", arguments->overwrite, "Replace the output folder if it exists");
    options.footer("Example:\n  papar run study.toml -o hasil --set zones.layer=desa");
    return [arguments] { run_study(*arguments); };
}

}  // namespace papar
