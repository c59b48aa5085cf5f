// OGR's handles as owned values.
#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include <memory>
#include <type_traits>

namespace papar {

struct OgrDatasetCloser {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
struct OgrFeatureDeleter {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct OgrGeometryDeleter {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};

using OgrDataset = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, OgrDatasetCloser>;
using OgrFeature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, OgrFeatureDeleter>;
using OgrGeometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, OgrGeometryDeleter>;

}  // namespace papar
