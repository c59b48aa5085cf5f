#include "engine/grid/cell_area.hpp"
namespace papar {
CellArea CellArea::planar(const Grid& grid, double m) { CellArea a; a.planar_m2_ = grid.dx*grid.dy*m*m; a.longest_span_ = std::int64_t{1} << 40; return a; }
double CellArea::mean_m2(std::int64_t, std::int64_t, std::int64_t) const { return planar_m2_; }
}
