#include "engine/tiles/write_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/class_legend.hpp"
#include "engine/tiles/companions.hpp"
#include "engine/tiles/raster_pyramid.hpp"
#include "engine/tiles/unfinished.hpp"
#include "engine/tiles/zone_tiles.hpp"

#include <tbb/info.h>

#include <algorithm>
#include <functional>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

// Those in the folder; none where a study without profile has no rasters.
std::vector<std::string> names_in(const fs::path& rasters) {
    std::vector<std::string> names;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(rasters, problem)) {
        if (entry.path().extension() == ".tif") names.push_back(entry.path().stem().string());
    }
    if (problem && problem != std::errc::no_such_file_or_directory) {
        throw error(ErrorKind::input, "{}: the rasters cannot be read ({})", rasters.string(), problem.message());
    }
    std::ranges::sort(names);
    return names;
}

// Of rasters and of the zones.
std::vector<std::string> chosen_names(const fs::path& rasters, const TilesSettings& settings) {
    std::vector<std::string> names = names_in(rasters);
    if (settings.rasters.empty()) {
        std::erase_if(names,
                      [](const std::string& name) { return !name.ends_with("_kelas") && !name.ends_with("_jumlah"); });
        names.emplace_back(zone_tiles_name);
        return names;
    }
    for (const std::string& wanted : settings.rasters) {
        if (wanted != zone_tiles_name && !std::ranges::binary_search(names, wanted)) {
            throw error(ErrorKind::input, "{}: there is no raster {}.tif{}", rasters.string(), wanted,
                        did_you_mean(wanted, names));
        }
    }
    return settings.rasters;
}

// One product of a set of tiles: its file and how it is written.
struct Product {
    fs::path path;
    std::function<void(const TileSet&, const TilesetFacts&, const fs::path&)> write;
};

std::vector<Product> products(const fs::path& folder, const std::string& name, const TilesSettings& settings) {
    std::vector<Product> all;
    if (settings.formats.pmtiles) all.push_back({folder / (name + ".pmtiles"), write_pmtiles});
    if (settings.formats.mbtiles) all.push_back({folder / (name + ".mbtiles"), write_mbtiles});
    if (settings.formats.folder) {
        all.push_back({folder / name, write_tile_folder});
    }
    all.push_back(
        {folder / (name + ".json"), [&settings](const TileSet&, const TilesetFacts& facts, const fs::path& path) {
             Unfinished part(path);
             write_file(part.path(), json_page(tile_json(facts, settings.url)));
             part.put_in_place();
         }});
    return all;
}

void refuse_existing(const fs::path& folder, const std::vector<std::string>& names, const TilesSettings& settings) {
    if (settings.overwrite) return;
    std::error_code none;
    for (const std::string& name : names) {
        for (const Product& product : products(folder, name, settings)) {
            if (fs::exists(product.path, none)) {
                throw error(ErrorKind::usage, "{}: is there already; add --overwrite to replace it",
                            product.path.string());
            }
        }
    }
}

ZoomRange zooms_of(const ClassRaster& raster, const TilesSettings& settings) {
    const ZoomRange suited = suited_zooms(raster, settings.tile_pixels);
    if (!settings.zooms) return suited;
    constexpr int zooms_beyond = 5;  // a pixel is then 1/32 of a cell; each zoom more takes four times as many tiles
    if (settings.zooms->max_zoom > std::min(suited.max_zoom + zooms_beyond, deepest_tile_zoom)) {
        throw error(ErrorKind::usage,
                    "{}: zoom {} shows nothing that zoom {} does not, at {} times as many tiles; give a smaller one",
                    raster.file->name(), settings.zooms->max_zoom, suited.max_zoom,
                    std::int64_t{1} << 2 * (settings.zooms->max_zoom - suited.max_zoom));
    }
    return *settings.zooms;
}

Overview overview_of(const std::string& name, const TilesSettings& settings) {
    return settings.overview.value_or(name.starts_with("kapasitas") ? Overview::mode : Overview::max);
}

TilesetFacts cut_raster(const fs::path& path, const std::string& name, const ResultWords& words,
                        const TilesSettings& settings, const ProgressCallback& progress, TileSet& tiles) {
    const ClassLegend legend = class_legend(path, settings.limits, words.language);
    const ClassRaster raster{RasterFile::open({path.string(), path, 1, path.string(), "", {}}), legend.scale};
    const ZoomRange zooms = zooms_of(raster, settings);
    build_pyramid(raster,
                  {zooms.min_zoom, zooms.max_zoom, settings.tile_pixels, overview_of(name, settings), legend.palette,
                   settings.threads > 0 ? settings.threads : tbb::info::default_concurrency()},
                  progress, tiles);
    if (tiles.tiles().empty()) {
        throw error(ErrorKind::input, "{}: no pixel of zoom {} lies on a cell with data; there is nothing to show",
                    path.string(), zooms.max_zoom);
    }
    TilesetFacts facts;
    facts.name = name;
    facts.title = legend.title;
    facts.bounds = lon_lat_box(raster);
    facts.min_zoom = zooms.min_zoom;
    facts.max_zoom = zooms.max_zoom;
    facts.tile_pixels = settings.tile_pixels;
    facts.overview = overview_of(name, settings);
    facts.legend = legend.classes;
    facts.language = words.language;
    return facts;
}

}  // namespace

std::vector<WrittenTiles> write_tiles(const fs::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress) {
    const ResultWords words = read_result_words(result);
    const fs::path rasters = result / rasters_folder;
    const fs::path folder = result / tiles_folder;
    const std::vector<std::string> names = chosen_names(rasters, settings);
    refuse_existing(folder, names, settings);
    std::error_code problem;
    fs::create_directory(folder, problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: the folder could not be made ({})", folder.string(), problem.message());
    }
    std::vector<WrittenTiles> written;
    for (const std::string& name : names) {
        TileSet tiles(folder);
        TilesetFacts facts = name == zone_tiles_name
                                 ? cut_zones(result, words, settings.zooms, tiles)
                                 : cut_raster(rasters / (name + ".tif"), name, words, settings, progress, tiles);
        facts.attribution = settings.attribution.empty() ? words.title : settings.attribution;
        for (const Product& product : products(folder, name, settings)) {
            product.write(tiles, facts, product.path);
        }
        written.push_back(
            {name, {facts.min_zoom, facts.max_zoom}, tiles.tiles().size(), tiles.contents(), facts.findings});
    }
    write_companions(result, words, settings.url);
    return written;
}

}  // namespace papar
