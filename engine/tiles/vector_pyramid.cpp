#include "engine/tiles/vector_pyramid.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/vector_progress.hpp"
#include "engine/tiles/vector_tile.hpp"
#include "engine/tiles/vector_zoom.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <set>
#include <span>

namespace papar {
namespace {

// Tiles that are encoded at a time: enough for the threads, few enough for the memory.
constexpr std::size_t batch_tiles = 256;

void check(const std::vector<VectorLayer>& layers) {
    std::set<std::string> ids;
    for (const VectorLayer& layer : layers) {
        if (!ids.insert(layer.id).second) {
            throw error(ErrorKind::usage, "map tiles: two vector layers are called {}; give each its own id", layer.id);
        }
        if (layer.min_zoom < 0 || layer.min_zoom > layer.max_zoom || layer.max_zoom > deepest_vector_zoom) {
            throw error(ErrorKind::usage, "map tiles: zooms {} to {} of layer {} do not rise within 0 to {}",
                        layer.min_zoom, layer.max_zoom, layer.id, deepest_vector_zoom);
        }
        const std::size_t rows = layer.attributes == nullptr ? 0 : layer.attributes->rows;
        if (layer.attributes == nullptr || layer.shapes.size() != rows || layer.ids.size() != rows ||
            (!layer.label_places.empty() && layer.label_places.size() != rows)) {
            throw error(ErrorKind::usage,
                        "map tiles: layer {} has {} rows of attributes for {} shapes, {} ids and {} label places; "
                        "give one of each a row",
                        layer.id, rows, layer.shapes.size(), layer.ids.size(), layer.label_places.size());
        }
        std::set<std::uint64_t> numbers;
        for (std::size_t row = 0; row < rows; ++row) {
            if (!numbers.insert(layer.ids[row]).second) {
                throw error(ErrorKind::input,
                            "map tiles: two features of layer {} have the number {}, the second in row {}; give each a "
                            "code with digits of its own",
                            layer.id, layer.ids[row], row + 1);
            }
        }
    }
}

std::vector<const VectorLayer*> visible(const std::vector<VectorLayer>& layers, int zoom) {
    std::vector<const VectorLayer*> result;
    for (const VectorLayer& layer : layers) {
        if (zoom >= layer.min_zoom && zoom <= layer.max_zoom) {
            result.push_back(&layer);
        }
    }
    return result;
}

int zooms_of(const std::vector<VectorLayer>& layers) {
    int zooms = 0;
    for (int zoom = 0; zoom <= deepest_vector_zoom; ++zoom) zooms += visible(layers, zoom).empty() ? 0 : 1;
    return zooms;
}

SharedSegments segments_of(const std::vector<const VectorLayer*>& layers, MapCoordinates coordinates) {
    std::vector<const Shape*> shapes;
    for (const VectorLayer* layer : layers) {
        shapes.insert(shapes.end(), layer->shapes.begin(), layer->shapes.end());
    }
    return shared_segments(shapes, coordinates);
}

class ZoomWriter {
public:
    ZoomWriter(const TileWords& words, std::span<const GridPoint> labels, std::size_t most_bytes,
               const VectorTileSink& sink, VectorPyramidReport::Zoom& report, VectorProgress& progress)
        : words_(words), labels_(labels), most_bytes_(most_bytes), sink_(sink), report_(report), progress_(progress) {}

    void add(TileContent content) {
        batch_.push_back(std::move(content));
        if (batch_.size() == batch_tiles) {
            flush();
        }
    }

    void flush() {
        std::vector<EncodedTile> tiles(batch_.size());
        tbb::parallel_for(std::size_t{0}, batch_.size(), [&](std::size_t i) {
            tiles[i] = encoded_tile(batch_[i], words_, labels_, most_bytes_);
            progress_.add(1);
        });
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            const EncodedTile& tile = tiles[i];
            report_.stray_holes += tile.stray_holes;
            report_.dropped_polygons += tile.dropped;
            report_.dropping_tiles += tile.dropped > 0 ? 1 : 0;
            if (!tile.bytes.empty()) {
                ++report_.tiles;
                report_.bytes += tile.bytes.size();
                report_.largest_bytes = std::max(report_.largest_bytes, tile.bytes.size());
                sink_({report_.zoom, batch_[i].x, batch_[i].y}, tile.bytes);
            }
        }
        batch_.clear();
    }

private:
    const TileWords& words_;
    std::span<const GridPoint> labels_;
    std::size_t most_bytes_;
    const VectorTileSink& sink_;
    VectorPyramidReport::Zoom& report_;
    VectorProgress& progress_;
    std::vector<TileContent> batch_;
};

}  // namespace

VectorPyramidReport write_vector_pyramid(const std::vector<VectorLayer>& layers, const VectorPyramidSettings& settings,
                                         const VectorTileSink& sink, const ProgressCallback& progress) {
    check(layers);
    VectorProgress told(progress, zooms_of(layers));
    VectorPyramidReport report;
    std::vector<const VectorLayer*> shared_by;
    SharedSegments shared;
    TileWords words;
    for (int zoom = 0; zoom <= deepest_vector_zoom; ++zoom) {
        const std::vector<const VectorLayer*> shown = visible(layers, zoom);
        if (shown.empty()) {
            continue;
        }
        told.next_zoom();
        if (shown != shared_by) {
            shared = segments_of(shown, settings.coordinates);
            words = tile_words(shown, settings.coordinates);
            shared_by = shown;
            told.ask();
        }
        const VectorZoom content = vector_zoom(shared, zoom, settings.tolerance);
        told.ask();
        const std::vector<GridPoint> labels = label_points(words, zoom);
        VectorPyramidReport::Zoom& entry = report.zooms.emplace_back();
        entry.zoom = zoom;
        entry.collapsed_rings = content.collapsed_rings;
        entry.collapsed_features = content.collapsed_features.size();
        entry.stray_holes = content.stray_holes;
        entry.points = content.points;
        entry.points_left = content.points_left;
        ZoomWriter writer(words, labels, settings.most_bytes, sink, entry, told);
        visit_tiles(content, labels, zoom, [&](TileContent tile) { writer.add(std::move(tile)); });
        writer.flush();
    }
    return report;
}

Findings pyramid_findings(const VectorPyramidReport& report) {
    Findings findings;
    const auto add = [&](const char* id, const char* what, auto count) {
        std::string where;
        std::size_t most = 0;
        for (const VectorPyramidReport::Zoom& zoom : report.zooms) {
            if (count(zoom) > 0) {
                where += fmt::format("{}{} at zoom {}", where.empty() ? "" : ", ", count(zoom), zoom.zoom);
                most = std::max<std::size_t>(most, count(zoom));
            }
        }
        if (most > 0) {
            findings.push_back({id,
                                "vector tiles",
                                fmt::format("Vector tiles: {}: {}.", what, where),
                                {{"most_at_a_zoom", static_cast<double>(most)}}});
        }
    };
    add("tiles.collapsed", "features too small for the grid of a zoom have a label there but no polygon",
        [](const auto& zoom) { return zoom.collapsed_features; });
    add("tiles.dropped", "polygons were left out of tiles that would have been too large, the smallest first",
        [](const auto& zoom) { return zoom.dropped_polygons; });
    add("tiles.stray_holes", "holes outside their zones were left out, because borders of one zone cross",
        [](const auto& zoom) { return zoom.stray_holes; });
    return findings;
}

}  // namespace papar
