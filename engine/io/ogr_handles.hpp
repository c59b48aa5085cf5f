// Owners of OGR's handles, and GDAL's messages caught instead of printed.
#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include <memory>
#include <string>
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

// While it lives, GDAL's messages of this thread come here and nowhere else. The first failure is kept.
class OgrMessages {
public:
    OgrMessages();
    OgrMessages(const OgrMessages&) = delete;
    OgrMessages& operator=(const OgrMessages&) = delete;
    ~OgrMessages();

    // Empty while nothing failed.
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    std::string failure_;
};

}  // namespace papar
