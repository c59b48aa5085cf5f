// Boxes of shapes, and which of many boxes meet a given one.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// Low above high where there are no vertices: such a box meets none.
[[nodiscard]] Box box_of(std::span<const Vertex> vertices);

[[nodiscard]] Box box_of(const ZoneLayer& layer);  // of all its shapes

// Boxes that touch meet.
[[nodiscard]] inline bool meet(const Box& a, const Box& b) {
    return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

// Boxes sorted once into tiles, and tiles into larger ones (sort-tile-recursive: Leutenegger, Lopez, Edgington 1997).
class BoxTree {
public:
    explicit BoxTree(std::vector<Box> boxes);

    // Calls `found(i)` for every box i that meets `box`, in a fixed order. Safe to call from many threads.
    template <typename Found>
    void for_each(const Box& box, const Found& found) const {
        if (!levels_.empty()) {
            search(levels_.size() - 1, 0, levels_.back().size(), box, found);
        }
    }

private:
    static constexpr std::size_t fan_out = 8;

    template <typename Found>
    void search(std::size_t level, std::size_t first, std::size_t end, const Box& box, const Found& found) const {
        for (std::size_t i = first; i < end; ++i) {
            if (!meet(levels_[level][i], box)) {
                continue;
            }
            if (level == 0) {
                found(static_cast<std::size_t>(order_[i]));
            } else {
                search(level - 1, i * fan_out, std::min((i + 1) * fan_out, levels_[level - 1].size()), box, found);
            }
        }
    }

    std::vector<std::uint32_t> order_;      // of the boxes, along the tiles
    std::vector<std::vector<Box>> levels_;  // 0: the boxes in that order; each level tiles the one before
};

}  // namespace papar
