#include "engine/tiles/zone_tiles.hpp"

#include "engine/tiles/map_columns.hpp"
#include "engine/tiles/result_zones.hpp"
#include "engine/tiles/tile_encoder.hpp"
#include "engine/tiles/vector_pyramid.hpp"

#include <algorithm>
#include <cstdint>

namespace papar {

namespace {

// The fingerprint takes whole words; gzip ends with the length of what it packed, so zeros behind it make no two equal.
ContentHash hash_of(TileBytes bytes) {
    constexpr std::size_t word = 8;
    bytes.resize((bytes.size() + word - 1) / word * word);
    return content_hash(bytes);
}

std::vector<VectorLayer> layers_of(const ResultZones& zones, const ZoomRange& range) {
    std::vector<const std::vector<Shape>*> shapes;
    for (const ResultLayer& layer : zones.layers) shapes.push_back(&layer.shapes);
    const std::vector<ZoomRange> zooms = level_zooms(shapes, range);
    std::vector<VectorLayer> layers;
    for (std::size_t i = 0; i < zones.layers.size(); ++i) {
        const ResultLayer& from = zones.layers[i];
        VectorLayer& layer = layers.emplace_back();
        layer.id = from.name;
        layer.title = from.title;
        layer.min_zoom = zooms[i].min_zoom;
        layer.max_zoom = zooms[i].max_zoom;
        for (const Shape& shape : from.shapes) layer.shapes.push_back(&shape);
        for (const std::string& code : from.codes) layer.ids.push_back(feature_id(code));
        layer.attributes = &from.table;
        layer.label_places = label_places(layer.shapes);
        layer.label_columns = label_columns();
    }
    return layers;
}

}  // namespace

TilesetFacts cut_zones(const std::filesystem::path& result, const ResultWords& words,
                       const std::optional<ZoomRange>& zooms, const ProgressCallback& progress, TileSet& tiles) {
    const ResultZones zones = read_result_zones(result, words);
    ZoomRange range = zooms.value_or(suited_vector_zooms(zones.bounds));
    range.max_zoom = std::min(range.max_zoom, deepest_vector_zoom);
    range.min_zoom = std::min(range.min_zoom, range.max_zoom);
    const std::vector<VectorLayer> layers = layers_of(zones, range);
    VectorPyramidSettings settings;
    settings.coordinates = MapCoordinates::mercator_metres;
    ContentNumbers numbers;  // tiles inside one zone are all the same
    const auto add = [&](const Tile& tile, const TileBytes& bytes) {
        const ContentNumbers::Number number = numbers(hash_of(bytes));
        tiles.add_tile(tile, number.value);
        if (number.is_new) tiles.add_content(number.value, bytes);
    };
    const VectorPyramidReport report = write_vector_pyramid(layers, settings, add, progress);
    tiles.finish();

    TilesetFacts facts;
    facts.name = zone_tiles_name;
    facts.title = words.say("Wilayah: ", "Zones: ") + words.title;
    facts.bounds = zones.bounds;
    facts.min_zoom = range.min_zoom;
    facts.max_zoom = range.max_zoom;
    facts.language = words.language;
    facts.format = TileFormat::mvt;
    facts.vector_layers = vector_layers_json(layers);
    facts.findings = pyramid_findings(report);
    return facts;
}

}  // namespace papar
