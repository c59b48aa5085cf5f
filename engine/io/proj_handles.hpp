// Owners of PROJ's handles. A PROJ context belongs to one thread at a time.
#pragma once

#include "engine/grid/cell_area.hpp"

#include <proj.h>

#include <memory>
#include <string>

namespace papar {

struct ProjDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* context) const { proj_operation_factory_context_destroy(context); }
};

using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjDeleter>;
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjDeleter>;

// Silent, and without network: a run reads local files only.
[[nodiscard]] ProjContext proj_context();

// The horizontal CRS behind a WKT: the first part of a compound CRS, a 3D geographic CRS without its height, a
// CRS without the datum shift (TOWGS84) some files add to it. Throws Error(input) when PROJ does not
// understand the text.
[[nodiscard]] ProjObject horizontal_crs(PJ_CONTEXT* context, const std::string& wkt);

// The geographic CRS a projected one is built on; a geographic CRS itself.
[[nodiscard]] ProjObject geodetic_crs(PJ_CONTEXT* context, const PJ* crs);

// The unit of a CRS's axes: radians for a geographic, metres for a projected CRS.
[[nodiscard]] double axis_unit(PJ_CONTEXT* context, const PJ* crs);

// Throws Error(input) for a CRS without one.
[[nodiscard]] Ellipsoid ellipsoid_of(PJ_CONTEXT* context, const PJ* crs);

}  // namespace papar
