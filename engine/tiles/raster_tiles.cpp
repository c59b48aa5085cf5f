#include "engine/tiles/raster_tiles.hpp"

#include "engine/base/error.hpp"
#include "engine/output/json_text.hpp"
#include "engine/tiles/raster_pyramid.hpp"
#include "engine/tiles/relief_pyramid.hpp"
#include "engine/tiles/tile_extent.hpp"

#include <tbb/info.h>

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

Json files_json(const RasterFile& raster) {
    Json list = Json::array();
    for (const fs::path& file : raster.files()) {
        std::error_code none;
        const auto time = fs::last_write_time(file, none).time_since_epoch().count();
        list.push_back({file.string(), fs::file_size(file, none), time});
    }
    return list;
}

}  // namespace

ZoomRange zooms_of(const TileSubject& subject, const TilesSettings& settings) {
    const ZoomRange suited = suited_zooms(*subject.file, settings.tile_pixels);
    if (!settings.zooms) return suited;
    constexpr int zooms_beyond = 5;  // a pixel is then 1/32 of a cell; each zoom more takes four times as many tiles
    if (settings.zooms->max_zoom > std::min(suited.max_zoom + zooms_beyond, deepest_tile_zoom)) {
        throw error(ErrorKind::usage,
                    "{}: zoom {} shows nothing that zoom {} does not, at {} times as many tiles; give a smaller one",
                    subject.file->name(), settings.zooms->max_zoom, suited.max_zoom,
                    std::int64_t{1} << 2 * (settings.zooms->max_zoom - suited.max_zoom));
    }
    return *settings.zooms;
}

TilesetFacts facts_of(const TileSubject& subject, const TilesSettings& settings, const std::string& title,
                      Language language) {
    const ZoomRange zooms = zooms_of(subject, settings);
    const MapExtent extent = map_extent(*subject.file);
    TilesetFacts facts;
    facts.name = subject.name;
    facts.title = subject.legend.title;
    facts.attribution = settings.attribution.empty() ? title : settings.attribution;
    facts.bounds = lon_lat_box(extent);
    if (extent.crosses_180()) facts.centre_lon = middle_lon(extent);
    facts.min_zoom = zooms.min_zoom;
    facts.max_zoom = zooms.max_zoom;
    facts.tile_pixels = settings.tile_pixels;
    facts.overview = subject.overview;
    facts.legend = subject.legend.classes;
    facts.language = language;
    facts.format = settings.webp ? TileFormat::webp : TileFormat::png;
    if (subject.kind == TileSubject::Kind::values) {
        facts.value_bits = settings.value_bits;
        facts.limits = subject.legend.scale.limits;
    }
    facts.retina = settings.retina;
    return facts;
}

std::string fingerprint_of(const TileSubject& subject, const TilesetFacts& facts, const TilesSettings& settings) {
    const ClassScale& scale = subject.legend.scale;
    return json_line({{"papar", PAPAR_VERSION},
                      {"files", files_json(*subject.file)},
                      {"formats", {settings.formats.pmtiles, settings.formats.mbtiles, settings.formats.folder}},
                      {"limits", scale.limits},
                      {"codes", scale.codes},
                      {"no_hazard", scale.no_hazard},
                      {"on_break", static_cast<int>(scale.on_break)},
                      {"unit", static_cast<int>(subject.unit)},
                      {"negative", static_cast<int>(subject.negative)},
                      {"overview", static_cast<int>(subject.overview)},
                      {"json", tile_json(facts, settings.url)}});
}

GroupCounts cut_raster(const TileSubject& subject, const TilesetFacts& facts, int tile_pixels, int threads,
                       const ProgressCallback& progress, TileSet& tiles) {
    const PyramidShape shape{facts.min_zoom, facts.max_zoom, tile_pixels,
                             threads > 0 ? threads : tbb::info::default_concurrency()};
    const auto values = [&]<typename Pixel>(ValueScale<Pixel> scale) {
        const SampledRaster<ValueScale<Pixel>> raster{subject.file, scale};
        return build_pyramid(raster, {shape, subject.overview, {facts.format, std::nullopt}}, progress, tiles);
    };
    const TileImage image{facts.format, subject.legend.palette};
    GroupCounts groups;
    switch (subject.kind) {
        case TileSubject::Kind::people:
            groups = build_pyramid(PeopleRaster{subject.file, subject.unit, subject.negative}, shape, image, progress,
                                   tiles);
            break;
        case TileSubject::Kind::values:
            groups = facts.value_bits > 8 ? values(ValueScale<std::uint16_t>{}) : values(ValueScale<std::uint8_t>{});
            break;
        case TileSubject::Kind::relief:
            groups = build_pyramid(ShadeRaster{subject.file, {}}, shape, image, progress, tiles);
            break;
        case TileSubject::Kind::classes:
            groups = build_pyramid(ClassRaster{subject.file, subject.legend.scale}, {shape, subject.overview, image},
                                   progress, tiles);
    }
    if (tiles.tiles().empty()) {
        tiles.file().remove();
        throw error(ErrorKind::input, "{}: no pixel of zoom {} lies on a cell with data; there is nothing to show",
                    subject.file->name(), shape.max_zoom);
    }
    return groups;
}

}  // namespace papar
