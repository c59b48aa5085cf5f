#include "engine/zones/simple_rings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace papar {

namespace {

constexpr std::int32_t no_entry = -1;
constexpr std::size_t cells_per_edge = 4;                    // of the hash grid: more costs memory and gains little
constexpr std::size_t entries_per_edge = 16;                 // on average; more: long edges among many short ones
constexpr std::size_t spare_entries = 256;                   // a triangle\'s edges fill its grid
constexpr std::size_t tests_per_edge = 100;                  // on average; more: the vertices crowd in a few cells
constexpr std::size_t most_vertices = std::size_t{1} << 27;  // so that entries are numbered in 32 bits

// Side of c seen from a to b: positive left, negative right, 0 when rounding leaves it open. Shewchuk 1997 (Adaptive
// Precision Floating-Point Arithmetic), error bound A of orient2d: (3 + 16 u) u, u = 2^-53.
int sure_side(const Vertex& a, const Vertex& b, const Vertex& c) {
    constexpr double bound = 3.3306690738754716e-16;
    const double left = (b.x - a.x) * (c.y - a.y);
    const double right = (b.y - a.y) * (c.x - a.x);
    const double determinant = left - right;
    const double error = bound * (std::abs(left) + std::abs(right)) + std::numeric_limits<double>::min();
    return determinant > error ? 1 : determinant < -error ? -1 : 0;
}

// Whether edges a-b and b-c surely share nothing but b.
bool sure_neighbours(const Vertex& a, const Vertex& b, const Vertex& c) {
    constexpr double bound = 1e-15;
    const double along_x = (b.x - a.x) * (c.x - b.x);
    const double along_y = (b.y - a.y) * (c.y - b.y);
    const bool onward = along_x + along_y > bound * (std::abs(along_x) + std::abs(along_y));
    return onward || sure_side(a, b, c) != 0;
}

// Without a branch, so bits instead of `||`: the outcome is hard to predict.
bool boxes_apart(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d) {
    const auto below = [](double x, double y) { return static_cast<unsigned>(x < y); };
    const unsigned x_apart =
        below(std::max(a.x, b.x), std::min(c.x, d.x)) | below(std::max(c.x, d.x), std::min(a.x, b.x));
    const unsigned y_apart =
        below(std::max(a.y, b.y), std::min(c.y, d.y)) | below(std::max(c.y, d.y), std::min(a.y, b.y));
    return (x_apart | y_apart) != 0;
}

// Whether edges a-b and c-d surely share no point.
bool surely_apart(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d) {
    if (boxes_apart(a, b, c, d) || sure_side(a, b, c) * sure_side(a, b, d) > 0) {
        return true;
    }
    return sure_side(c, d, a) * sure_side(c, d, b) > 0;
}

struct Cell {
    std::int32_t col;
    std::int32_t row;
};

// The shape's edges by the cells of a uniform grid over its box. An edge, named by the index of its first vertex, is
// listed in every cell of its own box: two edges that meet in a point share the cell of that point, because the
// cell number never falls as the coordinate rises, whatever the rounding.
class EdgeGrid {
public:
    EdgeGrid(const Shape& shape, RingScratch& scratch)
        : vertices_(shape.vertices), head_(scratch.heads), entries_(scratch.entries) {
        Vertex low = vertices_.front();
        Vertex high = low;
        for (const Vertex& v : vertices_) {
            low = {std::min(low.x, v.x), std::min(low.y, v.y)};
            high = {std::max(high.x, v.x), std::max(high.y, v.y)};
        }
        const double width = high.x - low.x;
        const double height = high.y - low.y;
        const auto cells = static_cast<double>(cells_per_edge * vertices_.size());
        const double side = std::sqrt(width * height / cells);
        constexpr double least = 1e-200;  // narrower: scaling by its inverse overflows
        flat_ = !(width > least && height > least);
        if (flat_) {
            return;
        }
        cols_ = static_cast<std::int32_t>(std::min(width / side, cells)) + 1;
        rows_ = static_cast<std::int32_t>(std::min(height / side, cells)) + 1;
        low_ = low;
        per_x_ = cols_ / width * (1 - 1e-9);
        per_y_ = rows_ / height * (1 - 1e-9);
        head_.assign(static_cast<std::size_t>(cols_) * static_cast<std::size_t>(rows_), no_entry);
        entries_.clear();
        entries_.reserve(2 * vertices_.size());
    }

    // No area to spread a grid over.
    [[nodiscard]] bool flat() const { return flat_; }

    [[nodiscard]] Cell cell_of(const Vertex& v) const {
        return {static_cast<std::int32_t>((v.x - low_.x) * per_x_), static_cast<std::int32_t>((v.y - low_.y) * per_y_)};
    }

    // Lists edge `edge` after making sure that it meets no edge listed before but its neighbours in the ring:
    // `edge` - 1, and `closes` where it is the ring's last and `closes` its first.
    bool add(std::size_t edge, std::size_t closes, Cell from, Cell to) {
        const Cell low{std::min(from.col, to.col), std::min(from.row, to.row)};
        const Cell high{std::max(from.col, to.col), std::max(from.row, to.row)};
        for (std::int32_t row = low.row; row <= high.row; ++row) {
            for (std::int32_t col = low.col; col <= high.col; ++col) {
                if (!add_to_cell(edge, closes, head_[index(col, row)])) {
                    return false;
                }
            }
        }
        return entries_.size() <= entries_per_edge * vertices_.size() + spare_entries &&
               tests_ <= tests_per_edge * vertices_.size();
    }

    // Calls see(edge) once for every listed edge that a ray from `origin` towards lower x may cross.
    template <typename See>
    void along_ray(const Vertex& origin, See see) const {
        const Cell start = cell_of(origin);
        for (std::int32_t col = start.col; col >= 0; --col) {
            for (std::int32_t e = head_[index(col, start.row)]; e != no_entry; e = entries_[to_size(e)].next) {
                const std::size_t edge = entries_[to_size(e)].edge;
                const std::int32_t first = std::min(cell_of(vertices_[edge]).col, cell_of(vertices_[edge + 1]).col);
                if (first == col) {
                    see(edge);
                }
            }
        }
    }

private:
    static std::size_t to_size(std::int32_t i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] std::size_t index(std::int32_t col, std::int32_t row) const {
        return to_size(row) * to_size(cols_) + to_size(col);
    }

    bool add_to_cell(std::size_t edge, std::size_t closes, std::int32_t& head) {
        const Vertex& a = vertices_[edge];
        const Vertex& b = vertices_[edge + 1];
        for (std::int32_t e = head; e != no_entry; e = entries_[to_size(e)].next) {
            const std::size_t other = entries_[to_size(e)].edge;
            ++tests_;
            const bool neighbour = other + 1 == edge || other == closes;
            if (!neighbour && !surely_apart(a, b, vertices_[other], vertices_[other + 1])) {
                return false;
            }
        }
        entries_.push_back({static_cast<std::uint32_t>(edge), head});
        head = static_cast<std::int32_t>(entries_.size() - 1);
        return true;
    }

    const std::vector<Vertex>& vertices_;
    bool flat_ = false;
    Vertex low_;
    double per_x_ = 0;
    double per_y_ = 0;
    std::int32_t cols_ = 0;
    std::int32_t rows_ = 0;
    std::size_t tests_ = 0;
    std::vector<std::int32_t>& head_;  // of each cell's list of entries
    std::vector<RingScratch::Entry>& entries_;
};

// Whether the ring is closed, each pair of successive edges meets in their vertex only, and no edge meets one listed
// before.
bool add_ring(EdgeGrid& grid, const std::vector<Vertex>& v, const Ring& ring) {
    const std::size_t last = ring.first + ring.count - 1;
    if (ring.count < 4 || v[ring.first] != v[last]) {
        return false;
    }
    if (!sure_neighbours(v[last - 1], v[ring.first], v[ring.first + 1])) {
        return false;
    }
    constexpr std::size_t none = ~std::size_t{0};
    Cell from = grid.cell_of(v[ring.first]);
    for (std::size_t edge = ring.first; edge < last; ++edge) {
        if (edge + 1 < last && !sure_neighbours(v[edge], v[edge + 1], v[edge + 2])) {
            return false;
        }
        const Cell to = grid.cell_of(v[edge + 1]);
        if (!grid.add(edge, edge + 1 == last ? ring.first : none, from, to)) {
            return false;
        }
        from = to;
    }
    return true;
}

// The rings that enclose one ring, where rings do not meet: those a ray from one of its vertices crosses an odd number
// of times. Nothing when rounding leaves a crossing open.
class Enclosures {
public:
    Enclosures(const Shape& shape, const EdgeGrid& grid) : shape_(shape), grid_(grid), odd_(shape.rings.size()) {}

    std::optional<std::vector<std::size_t>> of(std::size_t ring) {
        const Vertex origin = shape_.vertices[shape_.rings[ring].first];
        bool sure = true;
        touched_.clear();
        grid_.along_ray(origin, [&](std::size_t edge) {
            const Vertex& a = shape_.vertices[edge];
            const Vertex& b = shape_.vertices[edge + 1];
            const std::size_t other = ring_of(edge);
            if (other == ring || (a.y > origin.y) == (b.y > origin.y)) {
                return;
            }
            const int side = b.y > a.y ? sure_side(a, b, origin) : sure_side(b, a, origin);
            sure = sure && side != 0;
            if (side < 0) {  // the edge, taken upwards, has the origin on its right
                odd_[other] = !odd_[other];
                touched_.push_back(other);
            }
        });
        std::vector<std::size_t> enclosing;
        for (const std::size_t other : touched_) {
            if (odd_[other]) {
                odd_[other] = false;
                enclosing.push_back(other);
            }
        }
        return sure ? std::optional(std::move(enclosing)) : std::nullopt;
    }

private:
    [[nodiscard]] std::size_t ring_of(std::size_t edge) const {
        const auto after = std::upper_bound(shape_.rings.begin(), shape_.rings.end(), edge,
                                            [](std::size_t e, const Ring& ring) { return e < ring.first; });
        return static_cast<std::size_t>(after - shape_.rings.begin()) - 1;
    }

    const Shape& shape_;
    const EdgeGrid& grid_;
    std::vector<bool> odd_;
    std::vector<std::size_t> touched_;
};

// Whether rings that do not meet are nested as polygons must be: a hole has its own shell and no other ring of its
// polygon round it; of another polygon a ring has nothing round it, or the shell and one hole.
bool surely_nested(const Shape& shape, const EdgeGrid& grid) {
    if (shape.rings.size() == 1) {
        return true;
    }
    std::vector<std::size_t> polygon_of(shape.rings.size());
    for (std::size_t p = 0; p < shape.polygons.size(); ++p) {
        const PolygonRings& rings = shape.polygons[p];
        std::fill_n(polygon_of.begin() + static_cast<std::ptrdiff_t>(rings.first), rings.count, p);
    }
    Enclosures enclosures(shape, grid);
    for (std::size_t ring = 0; ring < shape.rings.size(); ++ring) {
        const std::optional<std::vector<std::size_t>> round = enclosures.of(ring);
        if (!round) {
            return false;
        }
        const PolygonRings& own = shape.polygons[polygon_of[ring]];
        bool in_own_shell = false;
        std::vector<std::size_t> others;  // polygons of the other rings round this one, once for each ring
        for (const std::size_t other : *round) {
            if (polygon_of[other] != polygon_of[ring]) {
                others.push_back(polygon_of[other]);
            } else if (other == own.first) {
                in_own_shell = true;
            } else {
                return false;
            }
        }
        if (in_own_shell != shape.rings[ring].hole) {
            return false;
        }
        std::sort(others.begin(), others.end());
        if (others.size() % 2 != 0) {
            return false;
        }
        for (std::size_t i = 0; i < others.size(); i += 2) {
            if (others[i] != others[i + 1] || (i > 0 && others[i] == others[i - 1])) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

bool rings_surely_valid(const Shape& shape, RingScratch& scratch) {
    if (shape.empty()) {
        return true;
    }
    if (shape.vertices.empty() || shape.vertices.size() > most_vertices) {
        return false;
    }
    EdgeGrid grid(shape, scratch);
    if (grid.flat()) {
        return false;
    }
    for (const Ring& ring : shape.rings) {
        if (!add_ring(grid, shape.vertices, ring)) {
            return false;
        }
    }
    return surely_nested(shape, grid);
}

bool rings_surely_valid(const Shape& shape) {
    RingScratch scratch;
    return rings_surely_valid(shape, scratch);
}

}  // namespace papar
