#include "engine/io/impossible_degrees.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/proj_handles.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace papar {

void refuse_impossible_degrees(const Box& box, double turn, const std::string& crs_wkt, const std::string& subject) {
    constexpr double slack = 1.01;  // a vertex a little beyond a pole or a full turn is a slip, not another CRS
    const double x = std::max(std::abs(box.low.x), std::abs(box.high.x));
    const double y = std::max(std::abs(box.low.y), std::abs(box.high.y));
    if (!std::isfinite(x) || (x <= turn * slack && y <= turn / 4 * slack)) {
        return;
    }
    const bool swapped = x <= turn / 4 * slack && y <= turn / 2 * slack;
    throw error(ErrorKind::input,
                "{}: its coordinates (x {:.9g} to {:.9g}, y {:.9g} to {:.9g}) cannot be degrees as its CRS {} says; {}",
                subject, box.low.x, box.high.x, box.low.y, box.high.y, crs_label(crs_wkt),
                swapped ? "latitude and longitude look swapped: swap them, e.g. with QGIS's Swap X and Y Coordinates"
                        : "they look like metres: if you know the CRS they were drawn in, write assume_crs = "
                          "\"EPSG:...\" for this layer in the study (GeoJSON without a \"crs\" member always counts as "
                          "EPSG:4326)");
}

void refuse_impossible_degrees(const Box& box, const std::string& crs_wkt, const std::string& subject) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), crs_wkt);
    if (proj_get_type(crs.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS) {
        refuse_impossible_degrees(box, 2 * std::numbers::pi / axis_unit(context.get(), crs.get()), crs_wkt, subject);
    }
}

}  // namespace papar
