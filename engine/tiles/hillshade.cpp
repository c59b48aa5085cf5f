#include "engine/tiles/hillshade.hpp"

#include "engine/base/error.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_utils.h>

#include <cmath>
#include <system_error>
#include <utility>

namespace papar {

namespace {

struct OptionsDeleter {
    void operator()(GDALDEMProcessingOptions* options) const { GDALDEMProcessingOptionsFree(options); }
};

// GDAL's own file is small, quick to make and read by papar's decoder; BigTIFF where it has to be.
std::unique_ptr<GDALDEMProcessingOptions, OptionsDeleter> options_for(const RasterFile& terrain) {
    const std::string scale = fmt::format("{:.17g}", ground_metres_per_unit(terrain));
    const std::string upright = fmt::format("{:.17g}", terrain.facts().scale);
    CPLStringList words;
    for (const char* word :
         {"-of", "GTiff", "-co", "TILED=YES", "-co", "COMPRESS=DEFLATE", "-co", "ZLEVEL=1", "-co", "BIGTIFF=IF_SAFER",
          "-compute_edges", "-az", "315", "-alt", "45", "-s", scale.c_str(), "-z", upright.c_str()}) {
        words.AddString(word);
    }
    return std::unique_ptr<GDALDEMProcessingOptions, OptionsDeleter>(
        GDALDEMProcessingOptionsNew(words.List(), nullptr));
}

int report(double share, const char*, void* callback) {
    constexpr std::int64_t all = 100;
    const auto done = static_cast<std::int64_t>(share * static_cast<double>(all));
    return (*static_cast<const ProgressCallback*>(callback))({"hillshade", done, all, "%"}) ? 1 : 0;
}

}  // namespace

double ground_metres_per_unit(const RasterFile& raster) {
    const Grid& grid = raster.grid();
    const CellArea areas = cell_area_of_crs(raster.crs_wkt(), grid, AreaModel::ellipsoidal);
    return std::sqrt(areas.mean_m2(grid.rows / 2, grid.cols / 2, 1) / (grid.dx * grid.dy));
}

Hillshade::Hillshade(const RasterFile& terrain, std::filesystem::path file, const ProgressCallback& progress)
    : file_(std::move(file)) {
    const GdalMessages messages;
    const GdalDataset heights = open_raster_dataset(terrain.files().front().c_str());
    if (!heights) {
        throw error(ErrorKind::input, "{}: the raster cannot be opened{}", terrain.name(), messages.in_brackets());
    }
    const auto options = options_for(terrain);
    bool stopped = false;
    const ProgressCallback asked = [&](const Progress& at) {
        stopped = stopped || (progress && !progress(at));
        return !stopped;
    };
    GDALDEMProcessingOptionsSetProgress(options.get(), report, const_cast<ProgressCallback*>(&asked));
    int wrong = 0;
    GdalDataset shades(GDALDataset::FromHandle(GDALDEMProcessing(file_.c_str(), GDALDataset::ToHandle(heights.get()),
                                                                 "hillshade", nullptr, options.get(), &wrong)));
    const bool made = shades != nullptr;
    shades.reset();  // writes what is left
    if (made && !messages.failed()) return;
    std::error_code none;
    std::filesystem::remove(file_, none);
    if (stopped) throw error(ErrorKind::interrupted, "interrupted; the same command goes on from here");
    throw error(ErrorKind::output, "{}: the hillshade of {} could not be written{}", file_.string(), terrain.name(),
                messages.in_brackets());
}

Hillshade::~Hillshade() {
    std::error_code none;
    std::filesystem::remove(file_, none);
}

std::shared_ptr<const RasterFile> Hillshade::raster() const {
    return RasterFile::open({file_.string(), file_, 1, file_.string(), "", {}});
}

}  // namespace papar
