#include "tools/papar/study_arguments.hpp"

#include "engine/base/error.hpp"

namespace papar {

namespace {

Override override_of(const std::string& setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) {
        throw error(ErrorKind::usage, "--set {}: write key=value, e.g. --set zones.layer=desa", setting);
    }
    return {setting.substr(0, equals), setting.substr(equals + 1)};
}

}  // namespace

void StudyArguments::declare(CLI::App& arguments) {
    constexpr int most_threads = 1024;
    arguments.add_option("STUDY", file, "The study file (TOML), or the run.json of a result to repeat that run")
        ->required();
    arguments
        .add_option("--set", settings, "Replace one value of the study: zones.layer=desa, hazard.banjir.breaks=[1,2]")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    arguments
        .add_option("--inputs", inputs_folder, "Where relative paths of inputs start; otherwise the study's folder")
        ->type_name("FOLDER");
    arguments.add_flag("--changed-inputs", changed_inputs,
                       "With a run.json: accept inputs other than the recorded ones; each is a finding");
    arguments.add_option("--threads", threads, "Number of worker threads; 0 is one for each core")
        ->check(CLI::Range(0, most_threads))
        ->type_name("N")
        ->capture_default_str();
    arguments.add_flag("--strict", strict, "Any finding is an error (exit 3)");
    arguments.add_option("--progress", progress_style, "auto (a bar on a terminal), none, or json (one line a second)")
        ->check(CLI::IsMember({"auto", "none", "json"}))
        ->type_name("STYLE");
    arguments.add_flag("-q,--quiet", quiet, "Say nothing but errors");
}

ProgressStyle StudyArguments::progress() const {
    return progress_style == "json"            ? ProgressStyle::json
           : progress_style == "none" || quiet ? ProgressStyle::none
                                               : ProgressStyle::automatic;
}

Study StudyArguments::study() const {
    std::vector<Override> overrides;
    for (const std::string& setting : settings) {
        overrides.push_back(override_of(setting));
    }
    Study study = read_study(file, overrides, inputs_folder);
    study.accept_changed_inputs = changed_inputs;
    return study;
}

}  // namespace papar
