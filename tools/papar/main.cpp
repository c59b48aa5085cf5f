// The program: understands the command line, runs one command, and turns every failure into one sentence and an
// exit code, here and nowhere else.
#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/stop_signal.hpp"
#include "tools/papar/talk.hpp"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr int usage_exit = 2;

constexpr const char* exit_codes = R"(Exit codes:
  0    done; findings may exist (--strict turns them into 3)
  1    failed
  2    the command line or the study file is wrong
  3    an input is unfit
  4    the output could not be written
  75   temporary: worth a retry
  130  interrupted by Ctrl-C (143: by SIGTERM); nothing is left behind

Examples:
  papar check study.toml
  papar run study.toml -o hasil
  papar run study.toml -o hasil_desa --set zones.layer=desa)";

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return usage_exit;
        case ErrorKind::input:
            return 3;
        case ErrorKind::output:
            return 4;
        case ErrorKind::temporary:
            return 75;
        case ErrorKind::interrupted:
            return stop_signal() == 0 ? 130 : 128 + stop_signal();
        case ErrorKind::failed:
            break;
    }
    return 1;
}

// File names and data may hold line breaks and terminal codes; a sentence may not.
int fail(std::string sentence, int code) {
    std::ranges::replace_if(
        sentence, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    say(fmt::format("papar: error: {}\n", sentence));
    return code;
}

// What CLI11 could not place: a mistyped command or option, or one argument too many.
void refuse_leftovers(const CLI::App& app, const CLI::App* command) {
    const std::vector<std::string> leftovers = app.remaining(true);
    if (leftovers.empty()) {
        return;
    }
    std::vector<std::string> known;
    for (const CLI::Option* option : (command != nullptr ? *command : app).get_options()) {
        for (const std::string& name : option->get_lnames()) {
            known.push_back("--" + name);
        }
    }
    for (const std::string& leftover : leftovers) {
        if (leftover.starts_with('-')) {
            throw error(ErrorKind::usage, "unknown option {}{}", leftover, did_you_mean(leftover, known));
        }
    }
    if (command != nullptr) {
        const char* takes = command->get_name() == "diff" ? "two results" : "one file";
        throw error(ErrorKind::usage, "papar {} takes {}; \"{}\" is too many", command->get_name(), takes,
                    leftovers.front());
    }
    std::vector<std::string> names;
    for (const Command& each : commands()) {
        names.push_back(each.name);
    }
    throw error(ErrorKind::usage, "there is no command \"{}\"{}", leftovers.front(),
                did_you_mean(leftovers.front(), names));
}

int run_command(int argc, char** argv) {
    CLI::App app{"papar: exposure of people and area to hazards, by zone", "papar"};
    app.set_version_flag("--version", "papar " PAPAR_VERSION);
    app.footer(exit_codes);
    app.require_subcommand(0, 1);
    app.allow_extras();
    std::vector<std::pair<CLI::App*, Action>> declared;
    for (const Command& command : commands()) {
        CLI::App* arguments = app.add_subcommand(command.name, command.summary);
        arguments->allow_extras();
        declared.emplace_back(arguments, command.declare(*arguments));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help);
    }
    const auto chosen = std::ranges::find_if(declared, [](const auto& candidate) { return candidate.first->parsed(); });
    refuse_leftovers(app, chosen != declared.end() ? chosen->first : nullptr);
    if (chosen == declared.end()) {
        throw error(ErrorKind::usage, "say what to do, e.g. papar run study.toml; see papar --help");
    }
    chosen->second();
    if (std::fflush(stdout) != 0) {
        throw error(ErrorKind::output, "the results could not be written to the standard output");
    }
    return 0;
}

}  // namespace

}  // namespace papar

int main(int argc, char** argv) {
    using papar::fail;
    try {
        return papar::run_command(argc, argv);
    } catch (const papar::Error& problem) {
        return fail(problem.what(), papar::exit_code(problem.kind()));
    } catch (const CLI::ParseError& problem) {
        return fail(fmt::format("{}; see papar --help", problem.what()), papar::usage_exit);
    } catch (const std::bad_alloc&) {
        return fail("not enough memory; use fewer --threads, or a machine with more", 1);
    } catch (const std::exception& problem) {
        return fail(fmt::format("unexpected: {}", problem.what()), 1);
    }
}
