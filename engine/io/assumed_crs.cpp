#include "engine/io/assumed_crs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/gdal_errors.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <array>
#include <memory>

namespace papar {

std::string assumed_crs_wkt(const std::string& text, const std::string& layer) {
    const GdalMessages messages;
    OGRSpatialReference crs;
    constexpr std::array<const char*, 3> closed{"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (crs.SetFromUserInput(text.c_str(), closed.data()) != OGRERR_NONE) {
        throw error(ErrorKind::usage,
                    "{}: assume_crs = \"{}\" is no coordinate system that PROJ knows; write it like \"EPSG:32748\"",
                    layer, text);
    }
    constexpr std::array<const char*, 3> options{"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
    char* wkt = nullptr;
    crs.exportToWkt(&wkt, options.data());
    const std::unique_ptr<char, decltype(&VSIFree)> owner(wkt, VSIFree);
    return wkt == nullptr ? "" : wkt;
}

Finding assumed_crs_finding(const std::string& assumed_wkt, const std::string& declared_wkt, const std::string& subject,
                            const std::string& layer) {
    return {"layer.assumed_crs",
            subject,
            fmt::format("{}: its coordinates are taken as {} because the study says so; the file says {}", layer,
                        crs_label(assumed_wkt), crs_label(declared_wkt)),
            {}};
}

}  // namespace papar
