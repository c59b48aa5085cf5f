#include "engine/tiles/raster_pyramid.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/tile_encoder.hpp"
#include "engine/tiles/upper_tiles.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr int group_zooms = 3;  // a group is a tile with its descendants of so many zooms

// Tiles of a zoom, corners included.
struct TileRange {
    std::uint32_t x0 = 0;
    std::uint32_t y0 = 0;
    std::uint32_t x1 = 0;
    std::uint32_t y1 = 0;
};

TileRange tiles_of(const Box& mercator, int zoom) {
    const double side = tile_side_m(zoom);
    const auto number = [&](double from_edge) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(from_edge / side), 0.0, std::ldexp(1.0, zoom) - 1));
    };
    // Edges of rasters in other coordinate systems are bent and known at points only. A little more costs empty tiles.
    const double margin_x = (mercator.high.x - mercator.low.x) * 0.01;
    const double margin_y = (mercator.high.y - mercator.low.y) * 0.01;
    return {number(mercator.low.x - margin_x + mercator_half_m), number(mercator_half_m - mercator.high.y - margin_y),
            number(mercator.high.x + margin_x + mercator_half_m), number(mercator_half_m - mercator.low.y + margin_y)};
}

std::vector<Tile> in_hilbert_order(const TileRange& range, int zoom) {
    std::vector<std::uint64_t> ids;
    for (std::uint32_t y = range.y0; y <= range.y1; ++y) {
        for (std::uint32_t x = range.x0; x <= range.x1; ++x) ids.push_back(tile_id({zoom, x, y}));
    }
    std::ranges::sort(ids);
    std::vector<Tile> tiles;
    tiles.reserve(ids.size());
    for (const std::uint64_t id : ids) tiles.push_back(tile_of(id));
    return tiles;
}

// A group done: its tiles, and the pixels of its uppermost one; none when it is empty.
struct Group {
    EncodedTiles encoded;
    Tile root;
    TilePixels root_pixels;
};

class GroupBuilder {
public:
    GroupBuilder(const PyramidSettings& settings, ContentNumbers& numbers, ClassTiles& deepest, Group& group)
        : settings_(settings), numbers_(numbers), deepest_(deepest), group_(group) {}

    // Empty without data.
    TilePixels build(const Tile& tile) {
        TilePixels pixels;
        if (tile.zoom == settings_.max_zoom) {
            if (!deepest_.fill(tile, pixels)) return {};
        } else {
            std::array<TilePixels, 4> of;
            ChildTiles children{};
            bool any = false;
            for (std::uint32_t i = 0; i < 4; ++i) {
                of[i] = build({tile.zoom + 1, tile.x * 2 + i % 2, tile.y * 2 + i / 2});
                children[i] = of[i].empty() ? nullptr : &of[i];
                any = any || !of[i].empty();
            }
            if (!any) return {};
            pixels = reduced_tile(children, settings_.tile_pixels, settings_.overview);
        }
        group_.encoded.encode(tile, pixels, settings_.tile_pixels, settings_.palette, numbers_);
        return pixels;
    }

private:
    const PyramidSettings& settings_;
    ContentNumbers& numbers_;
    ClassTiles& deepest_;
    Group& group_;
};

}  // namespace

LonLatBox lon_lat_box(const ClassRaster& raster) {
    const PixelLookup lookup(raster.file->grid(), raster.file->crs_wkt());
    const Box& box = lookup.mercator_box();
    return {lon_of(box.low.x), lat_of(box.low.y), lon_of(box.high.x), lat_of(box.high.y)};
}

ZoomRange suited_zooms(const ClassRaster& raster, int tile_pixels) {
    const PixelLookup lookup(raster.file->grid(), raster.file->crs_wkt());
    const Box& box = lookup.mercator_box();
    const double width = box.high.x - box.low.x;
    const double height = box.high.y - box.low.y;
    const Grid& grid = raster.file->grid();
    // Metres of the projection are longer than metres on the ground, in cells and in pixels alike.
    const double cell_m = std::min(width / static_cast<double>(grid.cols), height / static_cast<double>(grid.rows));
    const int deepest = zoom_of_resolution(cell_m, 0, tile_pixels);
    constexpr int province_zoom = 6;
    const double fits = std::floor(std::log2(2 * mercator_half_m / std::max(width, height)));
    return {static_cast<int>(std::clamp(fits, 0.0, static_cast<double>(std::min(province_zoom, deepest)))), deepest};
}

void build_pyramid(const ClassRaster& raster, const PyramidSettings& settings, const ProgressCallback& progress,
                   TileSet& tiles) {
    const PixelLookup lookup(raster.file->grid(), raster.file->crs_wkt());
    const int group_zoom = std::max(settings.min_zoom, settings.max_zoom - group_zooms);
    const std::vector<Tile> roots = in_hilbert_order(tiles_of(lookup.mercator_box(), group_zoom), group_zoom);
    ContentNumbers numbers;
    tbb::enumerable_thread_specific<ClassTiles> deepest(
        [&] { return ClassTiles(raster, lookup.clone(), settings.tile_pixels); });
    EncodedTiles upper_tiles;
    UpperTiles upper(settings.min_zoom, settings.tile_pixels, settings.overview,
                     [&](const Tile& tile, const TilePixels& pixels) {
                         upper_tiles.encode(tile, pixels, settings.tile_pixels, settings.palette, numbers);
                     });
    std::size_t next = 0;
    std::int64_t done = 0;
    const auto give_root = [&](tbb::flow_control& flow) {
        if (next == roots.size()) {
            flow.stop();
            return Tile{};
        }
        return roots[next++];
    };
    const auto build = [&](const Tile& root) {
        auto group = std::make_shared<Group>();
        group->root = root;
        group->root_pixels = GroupBuilder(settings, numbers, deepest.local(), *group).build(root);
        return group;
    };
    const auto take = [&](const std::shared_ptr<Group>& group) {
        group->encoded.move_to(tiles);
        if (!group->root_pixels.empty()) upper.add(group->root, std::move(group->root_pixels));
        upper_tiles.move_to(tiles);
        if (progress && !progress({"tiles", ++done, static_cast<std::int64_t>(roots.size()), "groups of tiles"})) {
            throw error(ErrorKind::interrupted, "interrupted; no tiles were written");
        }
    };
    tbb::task_arena arena(settings.threads);
    arena.execute([&] {
        constexpr std::size_t groups_per_thread = 2;
        tbb::parallel_pipeline(
            groups_per_thread * static_cast<std::size_t>(settings.threads),
            tbb::make_filter<void, Tile>(tbb::filter_mode::serial_in_order, give_root) &
                tbb::make_filter<Tile, std::shared_ptr<Group>>(tbb::filter_mode::parallel, build) &
                tbb::make_filter<std::shared_ptr<Group>, void>(tbb::filter_mode::serial_in_order, take));
    });
    upper.finish();
    upper_tiles.move_to(tiles);
    tiles.finish();
}

}  // namespace papar
