#include "engine/zones/open_edges.hpp"

#include "engine/zones/boxes.hpp"
#include "engine/zones/ring_direction.hpp"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <bit>

namespace papar {

namespace {

constexpr std::size_t longest_chain = 64;  // edges

struct Edge {
    std::uint64_t key;  // of its ends, in no order; the lowest bit says which way it runs with the inside on its left
    std::uint32_t zone;
    std::uint32_t vertex;  // in the zone's shape, where it begins
};

// Finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

std::uint64_t hash_of(const Vertex& v) {
    // + 0.0 makes -0 and 0 one number.
    return mixed(std::bit_cast<std::uint64_t>(v.x + 0.0)) * 31 + mixed(std::bit_cast<std::uint64_t>(v.y + 0.0));
}

bool before(const Vertex& a, const Vertex& b) {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
}

class EdgeMatcher {
public:
    explicit EdgeMatcher(const ZoneLayer& layer) : layer_(layer), shared_(layer.zones.size()) {
        offsets_.push_back(0);
        for (const Zone& zone : layer.zones) {
            offsets_.push_back(offsets_.back() + zone.shape.vertices.size());
        }
    }

    OpenEdges match() {
        list_edges();
        tbb::parallel_sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) {
            return a.key != b.key ? a.key < b.key : a.zone != b.zone ? a.zone < b.zone : a.vertex < b.vertex;
        });
        OpenEdges result;
        result.neighbours.resize(layer_.zones.size());
        mark_shared(result);
        for (std::vector<std::uint32_t>& neighbours : result.neighbours) {
            std::sort(neighbours.begin(), neighbours.end());
            neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
        }
        list_chains(result);
        return result;
    }

private:
    // One slot a vertex; the last of a ring and edges without length stay without a key.
    void list_edges() {
        edges_.resize(offsets_.back());
        tbb::parallel_for(std::size_t{0}, layer_.zones.size(), [&](std::size_t zone) {
            const Shape& shape = layer_.zones[zone].shape;
            shared_[zone].assign(shape.vertices.size(), false);
            for (const Ring& ring : shape.rings) {
                const int sign = inside_sign(shape, ring);
                for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
                    const Vertex& a = shape.vertices[i];
                    const Vertex& b = shape.vertices[i + 1];
                    const std::uint64_t way = before(a, b) == (sign > 0) ? 1 : 0;
                    edges_[offsets_[zone] + i] = {((mixed(hash_of(a) + hash_of(b)) | 2U) & ~std::uint64_t{1}) | way,
                                                  static_cast<std::uint32_t>(zone), static_cast<std::uint32_t>(i)};
                }
            }
        });
        std::erase_if(edges_, [](const Edge& edge) { return edge.key == 0; });
    }

    [[nodiscard]] bool same_ends(const Edge& a, const Edge& b) const {
        const Vertex* u = &layer_.zones[a.zone].shape.vertices[a.vertex];
        const Vertex* v = &layer_.zones[b.zone].shape.vertices[b.vertex];
        return (u[0] == v[0] && u[1] == v[1]) || (u[0] == v[1] && u[1] == v[0]);
    }

    void mark_shared(OpenEdges& result) {
        const auto ends = [](const Edge& edge) { return edge.key >> 1U; };
        for (std::size_t i = 0; i < edges_.size();) {
            std::size_t end = i + 1;
            while (end < edges_.size() && ends(edges_[end]) == ends(edges_[i])) {
                ++end;
            }
            const Edge& a = edges_[i];
            const Edge& b = edges_[end - 1];
            if (end - i == 2 && a.key != b.key && a.zone != b.zone && same_ends(a, b)) {
                shared_[a.zone][a.vertex] = true;
                shared_[b.zone][b.vertex] = true;
                result.neighbours[a.zone].push_back(b.zone);
                result.neighbours[b.zone].push_back(a.zone);
            }
            i = end;
        }
        edges_ = {};
    }

    void list_chains(OpenEdges& result) const {
        for (std::size_t zone = 0; zone < layer_.zones.size(); ++zone) {
            const Shape& shape = layer_.zones[zone].shape;
            for (const Ring& ring : shape.rings) {
                const std::size_t last = ring.first + ring.count - 1;
                for (std::size_t i = ring.first; i < last;) {
                    std::size_t end = i;
                    while (end < last && end - i < longest_chain && !shared_[zone][end]) {
                        ++end;
                    }
                    if (end > i) {
                        result.chains.push_back({static_cast<std::uint32_t>(zone), i, end - i,
                                                 box_of(std::span(shape.vertices).subspan(i, end - i + 1))});
                    }
                    i = std::max(end, i + 1);
                }
            }
        }
    }

    const ZoneLayer& layer_;
    std::vector<std::size_t> offsets_;  // of each zone in edges_, before those without a key are gone
    std::vector<Edge> edges_;
    std::vector<std::vector<bool>> shared_;  // by zone and vertex where the edge begins
};

}  // namespace

OpenEdges open_edges(const ZoneLayer& layer) {
    return EdgeMatcher(layer).match();
}

}  // namespace papar
