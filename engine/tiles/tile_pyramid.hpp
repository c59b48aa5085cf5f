// All tiles of a raster, from the deepest zoom up, in one pass over its cells. The work is cut into groups of 8 x 8
// deepest tiles in the order of the Hilbert curve; memory is that of a few groups for each thread, whatever the
// raster's size. A group that is finished is kept in the set's scratch file (tile_journal.hpp).
#pragma once

#include "engine/base/error.hpp"
#include "engine/base/progress.hpp"
#include "engine/tiles/pixel_tile.hpp"
#include "engine/tiles/tile_journal.hpp"
#include "engine/tiles/upper_tiles.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace papar {

inline constexpr int group_zooms = 3;  // a group is a tile with its descendants of so many zooms

struct PyramidShape {
    int min_zoom = 0;
    int max_zoom = 0;
    int tile_pixels = 256;  // 256 or 512
    int threads = 1;

    [[nodiscard]] int group_zoom() const { return std::max(min_zoom, max_zoom - group_zooms); }
};

// What a pyramid shows. Shared by threads.
template <typename Pixel>
class PyramidKind {
public:
    PyramidKind() = default;
    PyramidKind(const PyramidKind&) = delete;
    PyramidKind& operator=(const PyramidKind&) = delete;
    virtual ~PyramidKind() = default;

    [[nodiscard]] virtual std::unique_ptr<DeepestTiles<Pixel>> deepest() const = 0;
    // The tile above four.
    [[nodiscard]] virtual PixelTile<Pixel> above(const ChildTiles<Pixel>& children) const = 0;
    virtual void encode(const Tile& tile, const PixelTile<Pixel>& pixels, ContentNumbers& numbers,
                        EncodedTiles& out) const = 0;
};

// How much of a pyramid an earlier program had done.
struct GroupCounts {
    std::size_t all = 0;
    std::size_t found = 0;
};

template <typename Pixel>
class PyramidBuilder {
public:
    // All outlive this. `roots`: the tiles of the shape's group zoom that may have data, in the order of their ids.
    PyramidBuilder(const PyramidKind<Pixel>& kind, const PyramidShape& shape, const std::vector<Tile>& roots,
                   TileSet& set)
        : kind_(kind),
          shape_(shape),
          roots_(roots),
          set_(set),
          deepest_([&] { return kind_.deepest(); }),
          upper_(
              shape.min_zoom, [&](const ChildTiles<Pixel>& children) { return kind_.above(children); },
              [&](const Tile& tile, const PixelTile<Pixel>& pixels) {
                  if (!replaying_) kind_.encode(tile, pixels, numbers_, upper_tiles_);
              }) {}

    // Adds every tile with data to the set and finishes it: the same set for every number of threads, and whether the
    // set's file had groups or not. Throws what the tiles throw, Error(interrupted) when `progress` asks to stop.
    GroupCounts build(const ProgressCallback& progress) {
        take_over();
        const GroupCounts counts{roots_.size(), next_};
        auto done = static_cast<std::int64_t>(next_);
        const auto give_root = [&](tbb::flow_control& flow) {
            if (next_ == roots_.size()) {
                flow.stop();
                return Tile{};
            }
            return roots_[next_++];
        };
        const auto build_group = [&](const Tile& root) {
            auto group = std::make_shared<Group>();
            group->root = root;
            group->root_pixels = tile_pixels(root, *deepest_.local(), group->encoded);
            return group;
        };
        const auto take = [&](const std::shared_ptr<Group>& group) {
            finish_group(*group);
            if (progress && !progress({"tiles", ++done, static_cast<std::int64_t>(roots_.size()), "groups of tiles"})) {
                throw error(ErrorKind::interrupted, "interrupted; the same command goes on from here");
            }
        };
        tbb::task_arena arena(shape_.threads);
        arena.execute([&] {
            constexpr std::size_t groups_per_thread = 2;
            tbb::parallel_pipeline(
                groups_per_thread * static_cast<std::size_t>(shape_.threads),
                tbb::make_filter<void, Tile>(tbb::filter_mode::serial_in_order, give_root) &
                    tbb::make_filter<Tile, std::shared_ptr<Group>>(tbb::filter_mode::parallel, build_group) &
                    tbb::make_filter<std::shared_ptr<Group>, void>(tbb::filter_mode::serial_in_order, take));
        });
        upper_.finish();
        upper_tiles_.move_to(set_);
        set_.finish();
        return counts;
    }

private:
    // A group done: its tiles, and the pixels of its uppermost one; none when it is empty.
    struct Group {
        EncodedTiles encoded;
        Tile root;
        PixelTile<Pixel> root_pixels;
    };

    // The groups that the set's file has.
    void take_over() {
        const auto side = static_cast<std::size_t>(shape_.tile_pixels);
        replaying_ = true;
        for (const JournalGroup& group : read_journal(set_.file())) {
            add_group(group, numbers_, set_);
            if (group.root_bytes > 0) {
                PixelTile<Pixel> pixels(side * side);
                const std::vector<std::byte> bytes = root_pixels(set_.file(), group, pixels.size() * sizeof(Pixel));
                std::memcpy(pixels.data(), bytes.data(), bytes.size());
                upper_.add(roots_[next_], std::move(pixels));
            }
            ++next_;
        }
        replaying_ = false;
    }

    void finish_group(Group& group) {
        std::vector<std::byte> root(group.root_pixels.size() * sizeof(Pixel));
        if (!root.empty()) {
            std::memcpy(root.data(), group.root_pixels.data(), root.size());
            upper_.add(group.root, std::move(group.root_pixels));
        }
        group.encoded.append(std::exchange(upper_tiles_, {}));
        write_group(std::move(group.encoded), root, set_);
    }

    // Of a tile and all below it. Empty without data.
    PixelTile<Pixel> tile_pixels(const Tile& tile, DeepestTiles<Pixel>& deepest, EncodedTiles& out) {
        PixelTile<Pixel> pixels;
        if (tile.zoom == shape_.max_zoom) {
            if (!deepest.fill(tile, pixels)) return {};
        } else {
            std::array<PixelTile<Pixel>, 4> of;
            ChildTiles<Pixel> children{};
            bool any = false;
            for (std::uint32_t i = 0; i < 4; ++i) {
                of[i] = tile_pixels({tile.zoom + 1, tile.x * 2 + i % 2, tile.y * 2 + i / 2}, deepest, out);
                children[i] = of[i].empty() ? nullptr : &of[i];
                any = any || !of[i].empty();
            }
            if (!any) return {};
            pixels = kind_.above(children);
        }
        kind_.encode(tile, pixels, numbers_, out);
        return pixels;
    }

    const PyramidKind<Pixel>& kind_;
    const PyramidShape& shape_;
    const std::vector<Tile>& roots_;
    TileSet& set_;
    ContentNumbers numbers_;
    tbb::enumerable_thread_specific<std::unique_ptr<DeepestTiles<Pixel>>> deepest_;
    EncodedTiles upper_tiles_;
    UpperTiles<Pixel> upper_;
    std::size_t next_ = 0;  // root
    bool replaying_ = false;
};

}  // namespace papar
