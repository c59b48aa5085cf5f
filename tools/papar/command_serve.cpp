// papar serve RUN: map tiles, figures and the viewer over HTTP.
#include "engine/base/error.hpp"
#include "engine/serve/serve.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/numbers.hpp"
#include "tools/papar/talk.hpp"
#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace papar {

namespace {

struct ServeArguments {
    std::vector<std::string> sources;
    std::string access_log;
    std::string viewer_folder;
    double request_s = 0;
    double idle_s = 0;
    ServeSettings settings;
};

std::chrono::milliseconds milliseconds_of(double seconds) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

// A line at a time, so that a reader sees each at once and none is cut. A log that nobody reads any more stops nothing.
void print_line(const std::string& line) {
    static_cast<void>(std::fputs((line + "\n").c_str(), stdout));
    static_cast<void>(std::fflush(stdout));
}

void run_server(ServeArguments& arguments) {
    if (arguments.sources.empty()) {
        throw error(ErrorKind::usage, "papar serve takes a result, or archives of tiles, e.g. papar serve hasil");
    }
    ServeSettings& settings = arguments.settings;
    settings.sources.assign(arguments.sources.begin(), arguments.sources.end());
    settings.viewer = viewer_files();
    settings.viewer_folder = arguments.viewer_folder;
    settings.limits.request_time = milliseconds_of(arguments.request_s);
    settings.limits.idle_time = milliseconds_of(arguments.idle_s);
    std::string& url = settings.public_url;
    while (url.ends_with('/')) url.pop_back();
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://")) {
        throw error(ErrorKind::usage, "--public-url {}: write it whole, e.g. https://peta.example.go.id/krb", url);
    }
    std::signal(SIGPIPE, SIG_IGN);
    ServeTalk talk;
    talk.started = [](const std::string& address, std::size_t tilesets) {
        say(fmt::format("papar: {} at {}/ (Ctrl-C ends it)\n", counted(static_cast<std::int64_t>(tilesets), "tile set"),
                        address));
    };
    talk.problem = [](const std::string& sentence) { say(fmt::format("papar: {}\n", sentence)); };
    if (!arguments.access_log.empty()) talk.access = print_line;
    serve(settings, talk);
}

}  // namespace

Action declare_serve(CLI::App& options) {
    const auto arguments = std::make_shared<ServeArguments>();
    ServeSettings& settings = arguments->settings;
    const auto seconds = [](std::chrono::milliseconds time) { return std::chrono::duration<double>(time).count(); };
    arguments->request_s = seconds(settings.limits.request_time);
    arguments->idle_s = seconds(settings.limits.idle_time);
    options.add_option("RUN", arguments->sources,
                       "The folder of a result, a folder of tiles, or archives (.pmtiles, .mbtiles, z/x/y)");
    options.add_option("--port", settings.port, "Port to listen on; 0 is any that is free")
        ->type_name("N")
        ->capture_default_str();
    options.add_option("--bind", settings.bind, "Address to listen on; 0.0.0.0 lets the whole network in")
        ->type_name("ADDRESS")
        ->capture_default_str();
    options
        .add_option("--public-url", settings.public_url,
                    "What clients reach the server by, behind another one; otherwise the host they name")
        ->type_name("URL");
    options.add_option("--cache", settings.cache_seconds, "For how long clients may keep tiles")
        ->check(CLI::Range(0, 31'536'000))
        ->type_name("SECONDS")
        ->capture_default_str();
    options.add_option("--access-log", arguments->access_log, "A line for each request on the standard output")
        ->check(CLI::IsMember({"json"}))
        ->type_name("FORMAT");
    options.add_option("--viewer-dir", arguments->viewer_folder, "A viewer in place of the program's own")
        ->type_name("DIR");
    options.add_option("--connections", settings.limits.connections, "Most connections at once")
        ->check(CLI::Range(1, 100'000))
        ->type_name("N")
        ->capture_default_str();
    options.add_option("--request-time", arguments->request_s, "In which a request must have come")
        ->check(CLI::Range(0.1, 3600.0))
        ->type_name("SECONDS")
        ->capture_default_str();
    options.add_option("--idle-time", arguments->idle_s, "After which a connection without requests is closed")
        ->check(CLI::Range(0.1, 86'400.0))
        ->type_name("SECONDS")
        ->capture_default_str();
    options.footer(
        "Examples:\n  papar serve hasil\n  papar serve hasil --bind 0.0.0.0 --port 80\n  papar serve "
        "banjir.pmtiles dasar.mbtiles");
    return [arguments] { run_server(*arguments); };
}

}  // namespace papar
