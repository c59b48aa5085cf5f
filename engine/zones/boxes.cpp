#include "engine/zones/boxes.hpp"

#include <cmath>
#include <limits>
#include <numeric>

namespace papar {

namespace {

Box common(std::span<const Box> boxes) {
    Box all = boxes.front();
    for (const Box& box : boxes) {
        all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
        all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
    }
    return all;
}

}  // namespace

Box box_of(std::span<const Vertex> vertices) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{{infinity, infinity}, {-infinity, -infinity}};
    for (const Vertex& v : vertices) {
        box.low = {std::min(box.low.x, v.x), std::min(box.low.y, v.y)};
        box.high = {std::max(box.high.x, v.x), std::max(box.high.y, v.y)};
    }
    return box;
}

Box box_of(const ZoneLayer& layer) {
    std::vector<Vertex> corners;
    for (const Zone& zone : layer.zones) {
        if (!zone.shape.empty()) {
            const Box box = box_of(zone.shape.vertices);
            corners.insert(corners.end(), {box.low, box.high});
        }
    }
    return box_of(corners);
}

BoxTree::BoxTree(std::vector<Box> boxes) : order_(boxes.size()) {
    if (boxes.empty()) {
        return;
    }
    std::iota(order_.begin(), order_.end(), 0U);
    const auto sort_along = [&](std::size_t first, std::size_t end, auto middle) {
        std::sort(order_.begin() + static_cast<std::ptrdiff_t>(first),
                  order_.begin() + static_cast<std::ptrdiff_t>(end), [&](std::uint32_t a, std::uint32_t b) {
                      const double at = middle(boxes[a]);
                      const double bt = middle(boxes[b]);
                      return at != bt ? at < bt : a < b;
                  });
    };
    // Slices from west to east, each holding about as many tiles as there are slices; tiles from south to north.
    sort_along(0, order_.size(), [](const Box& box) { return box.low.x + box.high.x; });
    const auto tiles = static_cast<double>((order_.size() + fan_out - 1) / fan_out);
    const std::size_t slice = fan_out * static_cast<std::size_t>(std::ceil(std::sqrt(tiles)));
    for (std::size_t first = 0; first < order_.size(); first += slice) {
        sort_along(first, std::min(first + slice, order_.size()),
                   [](const Box& box) { return box.low.y + box.high.y; });
    }
    std::vector<Box> level;
    for (const std::uint32_t i : order_) {
        level.push_back(boxes[i]);
    }
    levels_.push_back(std::move(level));
    while (levels_.back().size() > fan_out) {
        const std::vector<Box>& below = levels_.back();
        std::vector<Box> above;
        for (std::size_t first = 0; first < below.size(); first += fan_out) {
            above.push_back(common(std::span(below).subspan(first, std::min(fan_out, below.size() - first))));
        }
        levels_.push_back(std::move(above));
    }
}

}  // namespace papar
