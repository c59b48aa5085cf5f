#include "engine/tiles/write_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/class_legend.hpp"
#include "engine/tiles/unfinished.hpp"

#include <tbb/info.h>

#include <algorithm>
#include <functional>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

struct StudyWords {
    std::string title;
    Language language = Language::id;
};

StudyWords study_words(const fs::path& result) {
    std::error_code none;
    const fs::path record = result / run_record_file;
    if (!fs::exists(record, none)) {
        throw error(ErrorKind::input, "{}: this is no result of papar run: there is no {} in it", result.string(),
                    run_record_file);
    }
    const Json json = Json::parse(read_back(record), nullptr, false);
    const auto text = [&](const char* pointer) {
        const Json::json_pointer at(pointer);
        return json.contains(at) && json[at].is_string() ? json[at].get<std::string>() : std::string();
    };
    return {text("/study/title"), text("/study/settings/output/language") == "en" ? Language::en : Language::id};
}

std::vector<std::string> names_in(const fs::path& rasters) {
    std::vector<std::string> names;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(rasters, problem)) {
        if (entry.path().extension() == ".tif") names.push_back(entry.path().stem().string());
    }
    if (problem) {
        throw error(ErrorKind::input, "{}: the result has no rasters ({}); they need a profile in the study",
                    rasters.string(), problem.message());
    }
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> chosen_names(const fs::path& rasters, const TilesSettings& settings) {
    std::vector<std::string> names = names_in(rasters);
    if (settings.rasters.empty()) {
        std::erase_if(names,
                      [](const std::string& name) { return !name.ends_with("_kelas") && !name.ends_with("_jumlah"); });
        return names;
    }
    for (const std::string& wanted : settings.rasters) {
        if (!std::ranges::binary_search(names, wanted)) {
            throw error(ErrorKind::input, "{}: there is no raster {}.tif{}", rasters.string(), wanted,
                        did_you_mean(wanted, names));
        }
    }
    return settings.rasters;
}

// One product of a raster: its file and how it is written.
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

}  // namespace

std::vector<WrittenTiles> write_tiles(const fs::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress) {
    const StudyWords words = study_words(result);
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
        const fs::path path = rasters / (name + ".tif");
        const ClassLegend legend = class_legend(path, settings.limits, words.language);
        const ClassRaster raster{RasterFile::open({path.string(), path, 1, path.string(), "", {}}), legend.scale};
        const ZoomRange zooms = zooms_of(raster, settings);
        TileSet tiles(folder);
        build_pyramid(raster,
                      {zooms.min_zoom, zooms.max_zoom, settings.tile_pixels, overview_of(name, settings),
                       legend.palette, settings.threads > 0 ? settings.threads : tbb::info::default_concurrency()},
                      progress, tiles);
        if (tiles.tiles().empty()) {
            throw error(ErrorKind::input, "{}: no pixel of zoom {} lies on a cell with data; there is nothing to show",
                        path.string(), zooms.max_zoom);
        }
        const TilesetFacts facts{name,
                                 legend.title,
                                 settings.attribution.empty() ? words.title : settings.attribution,
                                 lon_lat_box(raster),
                                 zooms.min_zoom,
                                 zooms.max_zoom,
                                 settings.tile_pixels,
                                 overview_of(name, settings),
                                 legend.classes,
                                 words.language};
        for (const Product& product : products(folder, name, settings)) {
            product.write(tiles, facts, product.path);
        }
        written.push_back({name, zooms, tiles.tiles().size(), tiles.contents()});
    }
    return written;
}

}  // namespace papar
