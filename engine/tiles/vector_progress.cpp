#include "engine/tiles/vector_progress.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace papar {

namespace {

constexpr std::int64_t children = 4;  // of a tile at the next zoom

}  // namespace

void VectorProgress::next_zoom() {
    if (begun_) {
        before_ += of_zoom_;
        expected_ = children * std::max<std::int64_t>(of_zoom_, 1);
        of_zoom_ = 0;
        --zooms_left_;
    }
    begun_ = true;
    tell();
}

void VectorProgress::ask() {
    add(0);
}

void VectorProgress::add(std::size_t tiles) {
    const std::lock_guard lock(telling_);
    of_zoom_ += static_cast<std::int64_t>(tiles);
    tell();
}

void VectorProgress::tell() const {
    if (!progress_) return;
    std::int64_t total = before_;
    std::int64_t tiles = std::max(expected_, of_zoom_);
    for (int zoom = 0; zoom < zooms_left_; ++zoom, tiles *= children) total += tiles;
    if (!progress_({"zones", before_ + of_zoom_, total, "tiles"})) {
        throw error(ErrorKind::interrupted,
                    "interrupted while the zones were cut into tiles; nothing of them is left behind");
    }
}

}  // namespace papar
