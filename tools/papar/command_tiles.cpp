// papar tiles RUN: a result's rasters and zones as map tiles. papar tiles verify FILE: are tiles as their specification
// says?
#include "engine/base/error.hpp"
#include "engine/output/output_files.hpp"
#include "engine/tiles/verify_tiles.hpp"
#include "engine/tiles/write_tiles.hpp"
#include "engine/web/result_data.hpp"
#include "engine/web/write_site.hpp"

#include "tools/papar/command.hpp"
#include "tools/papar/numbers.hpp"
#include "tools/papar/progress_report.hpp"
#include "tools/papar/run_summary.hpp"
#include "tools/papar/talk.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

namespace papar {

namespace {

struct TilesArguments {
    std::string result;
    std::string zooms;
    std::vector<std::string> formats = {"pmtiles"};
    std::string overview;
    std::string image = "png";
    std::string terrain;
    std::string file;  // of verify
    TilesSettings settings;
    SiteSettings site;
    bool quiet = false;
};

// "6-13", or "13" for that zoom alone.
ZoomRange zoom_range(const std::string& text) {
    const std::size_t dash = text.find('-');
    const auto number = [&](const std::string& part) {
        int value = -1;
        const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), value);
        return problem == std::errc{} && end == part.data() + part.size() ? value : -1;
    };
    const int first = number(text.substr(0, dash));
    const int last = dash == std::string::npos ? first : number(text.substr(dash + 1));
    if (first < 0 || last < first || last > deepest_tile_zoom) {
        throw error(ErrorKind::usage, "--zoom {}: write the first and the last zoom, 0 to {}, e.g. 6-13", text,
                    deepest_tile_zoom);
    }
    return {first, last};
}

void cut(TilesArguments& arguments) {
    if (arguments.result.empty()) {
        throw error(ErrorKind::usage, "papar tiles takes a result: its folder, e.g. papar tiles hasil");
    }
    TilesSettings& settings = arguments.settings;
    if (!arguments.zooms.empty()) settings.zooms = zoom_range(arguments.zooms);
    if (!arguments.overview.empty()) settings.overview = arguments.overview == "mode" ? Overview::mode : Overview::max;
    if (!std::ranges::is_sorted(settings.limits, std::less_equal<>())) {
        throw error(ErrorKind::usage, "--limits: the limits do not rise");
    }
    const auto wanted = [&](const char* format) { return std::ranges::count(arguments.formats, format) > 0; };
    settings.formats = {wanted("pmtiles"), wanted("mbtiles"), wanted("dir")};
    settings.webp = arguments.image == "webp";
    if (settings.retina && (!settings.formats.folder || settings.tile_pixels != 256)) {
        throw error(ErrorKind::usage,
                    "--retina: images of 512 pixels stand beside those of 256 in a folder; add --format dir, without "
                    "--size");
    }
    if (!arguments.terrain.empty()) settings.terrain = {arguments.terrain, arguments.terrain, "--terrain"};
    while (settings.url.ends_with('/')) settings.url.pop_back();

    SiteSettings& site = arguments.site;
    site.overwrite = settings.overwrite;
    const std::filesystem::path data = std::filesystem::path(arguments.result) / tiles_folder / result_data_file;
    if (!site.folder.empty() && !settings.overwrite && std::filesystem::exists(data)) {  // cut already
        write_site(arguments.result, site);
        return;
    }
    ProgressReport progress(arguments.quiet ? ProgressStyle::none : ProgressStyle::automatic);
    const std::vector<WrittenTiles> written = write_tiles(arguments.result, settings, progress.callback());
    progress.finish();
    write_result_data(arguments.result);
    end_of_tiles(arguments.result);
    if (!site.folder.empty()) write_site(arguments.result, site);
    if (arguments.quiet) return;
    Findings findings;
    for (const WrittenTiles& each : written) {
        const std::string found = each.found_groups > 0
                                      ? fmt::format("; {} of {} groups of them an interrupted command had cut",
                                                    grouped(static_cast<std::int64_t>(each.found_groups)),
                                                    grouped(static_cast<std::int64_t>(each.groups)))
                                      : "";
        say(fmt::format("{}: zoom {} to {}, {} tiles, {} different{}\n", each.name, each.zooms.min_zoom,
                        each.zooms.max_zoom, grouped(static_cast<std::int64_t>(each.tiles)),
                        grouped(static_cast<std::int64_t>(each.contents)), found));
        findings.insert(findings.end(), each.findings.begin(), each.findings.end());
    }
    if (!findings.empty()) say(findings_text(findings));
}

void verify(const std::string& file) {
    const TilesReport report = verify_tiles(file);
    for (const std::string& defect : report.defects) {
        fmt::print("{}: {}\n", file, defect);
    }
    if (!report.defects.empty()) {
        throw error(ErrorKind::input, "{}: {} of this {}", file,
                    counted(static_cast<std::int64_t>(report.defects.size()), "defect"), report.kind);
    }
    fmt::print("{}: {} with {} tiles, zoom {} to {}, no defects\n", file, report.kind,
               grouped(static_cast<std::int64_t>(report.tiles)), report.min_zoom, report.max_zoom);
}

}  // namespace

Action declare_tiles(CLI::App& options) {
    const auto arguments = std::make_shared<TilesArguments>();
    TilesSettings& settings = arguments->settings;
    options.add_option("RUN", arguments->result, "The folder of a result");
    options.add_option("--zoom", arguments->zooms, "First and last zoom; otherwise what suits the cells")
        ->type_name("MIN-MAX");
    options.add_option("--format", arguments->formats, "pmtiles, mbtiles, dir, with commas between")
        ->delimiter(',')
        ->check(CLI::IsMember({"pmtiles", "mbtiles", "dir"}))
        ->type_name("LIST")
        ->allow_extra_args(false)
        ->capture_default_str();
    options
        .add_option(
            "--raster", settings.rasters,
            "Only these, by name: rasters of the result, ids of hazards, penduduk for the people, relief for the "
            "hillshade, wilayah for the zones; otherwise all rasters of classes and the zones")
        ->delimiter(',')
        ->type_name("NAME...");
    options.add_flag("--people", settings.people, "The study's raster of people too, as density");
    options.add_option("--terrain", arguments->terrain, "An elevation raster: its hillshade too, under the maps")
        ->type_name("FILE");
    options
        .add_option("--limits", settings.limits,
                    "Class limits of an index, rising: 0.333333,0.666667; otherwise those of the result")
        ->delimiter(',')
        ->type_name("LIST")
        ->allow_extra_args(false);
    options
        .add_option("--overview", arguments->overview,
                    "Which of four pixels stays at the next smaller zoom: max or mode")
        ->check(CLI::IsMember({"max", "mode"}))
        ->type_name("RULE");
    options.add_option("--image", arguments->image, "png, or webp: lossless, a quarter smaller")
        ->check(CLI::IsMember({"png", "webp"}))
        ->type_name("FORMAT")
        ->capture_default_str();
    options.add_option("--values", settings.value_bits, "Values of an index in 8 or 16 bits instead of its classes")
        ->check(CLI::IsMember({8, 16}))
        ->type_name("BITS");
    options.add_flag("--retina", settings.retina, "In folders images of 512 pixels too, {z}/{x}/{y}@2x");
    options.add_option("--size", settings.tile_pixels, "Pixels along a tile's side")
        ->check(CLI::IsMember({256, 512}))
        ->type_name("N")
        ->capture_default_str();
    options.add_option("--url", settings.url, "Where the tiles will be served: written into TileJSON")
        ->type_name("URL")
        ->capture_default_str();
    options.add_option("--attribution", settings.attribution, "Who made the map; otherwise the study's title")
        ->type_name("TEXT");
    options.add_option("--threads", settings.threads, "Number of worker threads; 0 is one for each core")
        ->check(CLI::Range(0, 1024))
        ->type_name("N")
        ->capture_default_str();
    CLI::Option* site =
        options
            .add_option(
                "--site", arguments->site.folder,
                "Write a folder for any web server or a USB stick too; tiles that are there are taken as they are")
            ->type_name("DIR");
    options.add_option("--basemap", arguments->site.basemap, "A base map for the site: PMTiles of images")
        ->needs(site)
        ->type_name("FILE");
    options.add_flag("--overwrite", settings.overwrite, "Replace tiles that are there, and the site");
    options.add_flag("-q,--quiet", arguments->quiet, "Say nothing but errors");
    CLI::App* check = options.add_subcommand("verify", "Check PMTiles, MBTiles or a folder against the specification");
    check->add_option("FILE", arguments->file, "An archive of tiles, or a folder z/x/y.png, .webp or .mvt")->required();
    options.footer(
        "Example:\n  papar tiles hasil --zoom 6-13 --format pmtiles,mbtiles\n  papar tiles hasil --site situs\n  papar "
        "tiles verify "
        "hasil/tiles/banjir_bahaya_kelas.pmtiles");
    return [arguments, check] { check->parsed() ? verify(arguments->file) : cut(*arguments); };
}

}  // namespace papar
