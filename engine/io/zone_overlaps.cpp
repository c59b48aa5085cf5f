#include "engine/io/zone_overlaps.hpp"

#include "engine/io/geos_session.hpp"
#include "engine/zones/boxes.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace papar {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // rising

Pair pair_of(std::uint32_t a, std::uint32_t b) {
    return std::minmax(a, b);
}

void sort_unique(std::vector<Pair>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

class OverlapSearch {
public:
    OverlapSearch(const ZoneLayer& layer, const OpenEdges& open) : layer_(layer), open_(open) {
        for (const Zone& zone : layer.zones) {
            boxes_.push_back(box_of(zone.shape.vertices));
        }
    }

    std::vector<ZoneOverlap> run() {
        std::vector<Pair> pairs = pairs_at_open_edges();
        while (!pairs.empty()) {
            seen_.insert(seen_.end(), pairs.begin(), pairs.end());
            std::sort(seen_.begin(), seen_.end());
            pairs = pairs_beyond(intersect(pairs));
        }
        std::sort(overlaps_.begin(), overlaps_.end(),
                  [](const ZoneOverlap& x, const ZoneOverlap& y) { return pair_of(x.a, x.b) < pair_of(y.a, y.b); });
        return std::move(overlaps_);
    }

private:
    [[nodiscard]] std::vector<Pair> pairs_at_open_edges() const {
        const BoxTree tree(boxes_);
        std::vector<Pair> pairs;
        for (const OpenChain& chain : open_.chains) {
            tree.for_each(chain.box, [&](std::size_t zone) {
                const Pair pair = pair_of(chain.zone, static_cast<std::uint32_t>(zone));
                if (pair.first != pair.second && (pairs.empty() || pairs.back() != pair)) {
                    pairs.push_back(pair);
                }
            });
        }
        sort_unique(pairs);
        return pairs;
    }

    // Pairs are sorted: those of one first zone go together, so that it is handed to GEOS once. Gives those that
    // overlap.
    std::vector<Pair> intersect(const std::vector<Pair>& pairs) {
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i == 0 || pairs[i].first != pairs[i - 1].first) {
                starts.push_back(i);
            }
        }
        starts.push_back(pairs.size());
        std::vector<Shape> shapes(pairs.size());
        tbb::parallel_for(std::size_t{0}, starts.size() - 1, [&](std::size_t group) {
            const GeosSession geos;
            const GeosSession::Geometry first = geos.multipolygon(shape_of(pairs[starts[group]].first));
            for (std::size_t i = starts[group]; i < starts[group + 1]; ++i) {
                const GeosSession::Geometry second = geos.multipolygon(shape_of(pairs[i].second));
                shapes[i] = geos.shape_of(geos.intersection(first.get(), second.get()).get());
            }
        });
        std::vector<Pair> overlapping;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (!shapes[i].empty()) {
                overlapping.push_back(pairs[i]);
                overlaps_.push_back({pairs[i].first, pairs[i].second, std::move(shapes[i])});
            }
        }
        return overlapping;
    }

    [[nodiscard]] std::vector<Pair> pairs_beyond(const std::vector<Pair>& overlapping) const {
        std::vector<Pair> pairs;
        const auto add = [&](std::uint32_t a, std::uint32_t b) {
            if (a != b && meet(boxes_[a], boxes_[b])) {
                pairs.push_back(pair_of(a, b));
            }
        };
        for (const auto& [a, b] : overlapping) {
            for (const std::uint32_t neighbour : open_.neighbours[a]) {
                add(neighbour, b);
            }
            for (const std::uint32_t neighbour : open_.neighbours[b]) {
                add(a, neighbour);
            }
        }
        sort_unique(pairs);
        std::vector<Pair> fresh;
        std::set_difference(pairs.begin(), pairs.end(), seen_.begin(), seen_.end(), std::back_inserter(fresh));
        return fresh;
    }

    [[nodiscard]] const Shape& shape_of(std::uint32_t zone) const { return layer_.zones[zone].shape; }

    const ZoneLayer& layer_;
    const OpenEdges& open_;
    std::vector<Box> boxes_;  // of the zones
    std::vector<Pair> seen_;  // sorted
    std::vector<ZoneOverlap> overlaps_;
};

}  // namespace

std::vector<ZoneOverlap> zone_overlaps(const ZoneLayer& layer, const OpenEdges& open) {
    return OverlapSearch(layer, open).run();
}

}  // namespace papar
