// papar diff RUN_A RUN_B: what differs between two results, and why.
#include "engine/compare/write_comparison.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/comparison_text.hpp"
#include <fmt/format.h>

#include <memory>
#include <string>

namespace papar {

namespace {

struct DiffArguments {
    std::string a;
    std::string b;
    std::string folder;
    bool overwrite = false;
    std::size_t most_changes = 10;
};

void diff(const DiffArguments& arguments) {
    const RunResult a = read_run_result(arguments.a);
    const RunResult b = read_run_result(arguments.b);
    const Comparison comparison = compare_results(a, b);
    if (!arguments.folder.empty()) {
        write_comparison(comparison, {arguments.folder, language_of(comparison), arguments.overwrite});
    }
    fmt::print("{}", comparison_text(comparison, arguments.most_changes));
}

}  // namespace

Action declare_diff(CLI::App& options) {
    const auto arguments = std::make_shared<DiffArguments>();
    options.add_option("RUN_A", arguments->a, "A result: its folder, its run.json or its GeoPackage")->required();
    options.add_option("RUN_B", arguments->b, "The result to compare with it")->required();
    options.add_option("-o,--output", arguments->folder, "Write diff.gpkg, diff.csv and diff.json into this folder")
        ->type_name("FOLDER");
    options.add_flag("--overwrite", arguments->overwrite, "Replace the output folder if it holds a comparison");
    options.add_option("--top", arguments->most_changes, "Print at most this many of the largest changes")
        ->type_name("N")
        ->capture_default_str();
    options.footer(
        "Exit code 0 whether or not the results differ.\nExample:\n  papar diff hasil_2024 hasil_2025 -o selisih");
    return [arguments] { diff(*arguments); };
}

}  // namespace papar
