#include "engine/zones/edge_index.hpp"

#include "engine/zones/ring_direction.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace papar {

namespace {

struct BandStretch {
    std::int64_t band;
    Stretch stretch;
};

void index_ring(const Shape& shape, const Ring& ring, std::uint32_t zone, const Grid& grid, const Bands& bands,
                std::vector<BandStretch>& out) {
    const std::span vertices(shape.vertices.data() + ring.first, ring.count);
    const std::int32_t sign = inside_sign(shape, ring);
    if (sign == 0) {
        return;
    }
    constexpr std::int64_t none = -1;
    const std::int64_t last_band = bands.count() - 1;
    const std::int64_t end = bands.rows << fraction_bits;

    std::int64_t open_band = none;
    std::size_t open_first = 0;
    const auto close = [&](std::size_t edge) {
        if (open_band != none) {
            out.push_back({open_band, {zone, sign, ring.first + open_first, edge - open_first}});
            open_band = none;
        }
    };
    std::int64_t from = fixed_row(grid, vertices[0].y);
    for (std::size_t edge = 0; edge + 1 < ring.count; ++edge) {
        const std::int64_t to = fixed_row(grid, vertices[edge + 1].y);
        const std::int64_t top = std::min(from, to);
        const std::int64_t bottom = std::max(from, to);
        from = to;
        if (top == bottom || bottom <= 0 || top >= end) {
            continue;  // no height inside the grid; a stretch may run over such an edge
        }
        const std::int64_t first = bands.band_of(std::max<std::int64_t>(0, top) >> fraction_bits);
        const std::int64_t last = std::min(last_band, bands.band_of((std::min(bottom, end) - 1) >> fraction_bits));
        if (first == last) {
            if (open_band != first) {
                close(edge);
                open_band = first;
                open_first = edge;
            }
        } else {
            close(edge);
            for (std::int64_t band = first; band <= last; ++band) {
                out.push_back({band, {zone, sign, ring.first + edge, 1}});
            }
        }
    }
    close(ring.count - 1);
}

}  // namespace

EdgeIndex::EdgeIndex(const ZoneLayer& layer, const Grid& grid, const Bands& bands)
    : bands_(static_cast<std::size_t>(bands.count())) {
    std::vector<std::vector<BandStretch>> by_zone(layer.zones.size());
    tbb::parallel_for(std::size_t{0}, layer.zones.size(), [&](std::size_t zone) {
        const Shape& shape = layer.shape_on_grid(zone);
        for (const Ring& ring : shape.rings) {
            index_ring(shape, ring, static_cast<std::uint32_t>(zone), grid, bands, by_zone[zone]);
        }
    });
    for (const std::vector<BandStretch>& zone : by_zone) {
        for (const BandStretch& entry : zone) {
            bands_[static_cast<std::size_t>(entry.band)].push_back(entry.stretch);
        }
    }
}

}  // namespace papar
