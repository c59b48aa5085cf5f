// The commands of papar: one table, one file each.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace papar {

// What a command does once the command line is understood.
using Action = std::function<void()>;

struct Command {
    std::string name;
    std::string summary;
    // Declares the command's arguments and says what to do with them. Opens no file.
    Action (*declare)(CLI::App& options);
};

[[nodiscard]] const std::vector<Command>& commands();

[[nodiscard]] Action declare_run(CLI::App& options);
[[nodiscard]] Action declare_check(CLI::App& options);
[[nodiscard]] Action declare_explain(CLI::App& options);
[[nodiscard]] Action declare_diff(CLI::App& options);
[[nodiscard]] Action declare_info(CLI::App& options);
[[nodiscard]] Action declare_tiles(CLI::App& options);
[[nodiscard]] Action declare_serve(CLI::App& options);

}  // namespace papar
