#include "engine/io/raster_description.hpp"

#include "engine/base/error.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/raster_path.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace papar {

namespace {

constexpr double max_cells = 1e12;
constexpr double max_block_bytes = 256.0 * 1024 * 1024;

template <typename... Args>
Error unfit(const RasterInput& input, fmt::format_string<Args...> format, Args&&... args) {
    return error(ErrorKind::input, "{}: {}", input.name, fmt::format(format, std::forward<Args>(args)...));
}

// The affine transform as a north-up grid. A term that moves no cell by more than a millionth of a cell is noise.
Grid grid_of(const RasterInput& input, GDALDataset& dataset, bool& south_up) {
    std::array<double, 6> t{};
    if (dataset.GetGeoTransform(t.data()) != CE_None) {
        throw unfit(input,
                    "it has no georeference, so nobody knows where its cells lie; georeference it, e.g. with "
                    "gdal_edit.py -a_ullr");
    }
    if (!std::all_of(t.begin(), t.end(), [](double term) { return std::isfinite(term); }) || t[1] == 0 || t[5] == 0) {
        throw unfit(input, "its georeference is not usable: cell size {} x {}, origin {}, {}", t[1], t[5], t[0], t[3]);
    }
    const int cols = dataset.GetRasterXSize();
    const int rows = dataset.GetRasterYSize();
    constexpr double noise = 1e-6;
    if (std::abs(t[2]) * rows > noise * std::abs(t[1]) || std::abs(t[4]) * cols > noise * std::abs(t[5])) {
        throw unfit(input,
                    "it is rotated or sheared (terms {} and {}), which papar does not read; straighten it, e.g. "
                    "with gdalwarp",
                    t[2], t[4]);
    }
    if (t[1] < 0) {
        throw unfit(input,
                    "its columns run from east to west (cell width {}), which papar does not read; turn it round, "
                    "e.g. with gdalwarp",
                    t[1]);
    }
    south_up = t[5] > 0;
    return {t[0], south_up ? t[3] + rows * t[5] : t[3], t[1], std::abs(t[5]), cols, rows};
}

void check_size(const RasterInput& input, const RasterDescription& raster) {
    const Grid& grid = raster.grid;
    if (grid.cols <= 0 || grid.rows <= 0 ||
        static_cast<double>(grid.cols) * static_cast<double>(grid.rows) > max_cells) {
        throw unfit(input, "its size of {} x {} cells is beyond the limit of 10^12 cells", grid.cols, grid.rows);
    }
    const double block_bytes = static_cast<double>(raster.block_cols) * static_cast<double>(raster.block_rows) *
                               static_cast<double>(bytes_of(raster.rule.stored));
    if (!(block_bytes > 0 && block_bytes <= max_block_bytes)) {
        throw unfit(input,
                    "it is stored in blocks of {} x {} cells, more than 256 MB each; rewrite it in tiles, e.g. "
                    "with gdal_translate -co TILED=YES",
                    raster.block_cols, raster.block_rows);
    }
}

// Empty where the file says nothing.
std::string declared_crs(const RasterInput& input, const GDALDataset& dataset) {
    const OGRSpatialReference* crs = dataset.GetSpatialRef();
    if (crs == nullptr || crs->IsEmpty()) {
        return {};
    }
    if (input.assume_crs.empty() && !crs->IsGeographic() && !crs->IsProjected()) {
        throw unfit(input,
                    "its coordinate system \"{}\" is neither geographic nor projected, so it has no place on "
                    "the earth",
                    crs->GetName() != nullptr ? crs->GetName() : "");
    }
    constexpr std::array<const char*, 2> options = {"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    const OGRErr result = crs->exportToWkt(&text, options.data());
    const std::string wkt = result == OGRERR_NONE && text != nullptr ? text : "";
    CPLFree(text);
    if (wkt.empty()) {
        throw unfit(input, "its coordinate system cannot be written as WKT2");
    }
    return wkt;
}

std::string crs_of(const RasterInput& input, const RasterDescription& raster) {
    const std::string wkt =
        input.assume_crs.empty() ? raster.declared_crs : assumed_crs_wkt(input.assume_crs, input.name);
    if (wkt.empty()) {
        throw unfit(
            input,
            "it says no coordinate system; if you know it, write assume_crs = \"EPSG:...\" for this layer in the "
            "study, or assign it, e.g. with gdal_edit.py -a_srs EPSG:4326 (an ASCII grid needs the .prj file of "
            "the same name beside it)");
    }
    const Grid& grid = raster.grid;
    refuse_impossible_degrees(
        {{grid.x0, grid.y_of(static_cast<double>(grid.rows))}, {grid.x_of(static_cast<double>(grid.cols)), grid.y0}},
        wkt, input.name);
    return wkt;
}

StoredType type_of(const RasterInput& input, GDALRasterBand& band) {
    switch (band.GetRasterDataType()) {
        case GDT_Byte: {
            const char* kind = band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE");
            return kind != nullptr && std::string_view(kind) == "SIGNEDBYTE" ? StoredType::int8 : StoredType::uint8;
        }
        case GDT_UInt16:
            return StoredType::uint16;
        case GDT_Int16:
            return StoredType::int16;
        case GDT_UInt32:
            return StoredType::uint32;
        case GDT_Int32:
            return StoredType::int32;
        case GDT_UInt64:
            return StoredType::uint64;
        case GDT_Int64:
            return StoredType::int64;
        case GDT_Float32:
            return StoredType::float32;
        case GDT_Float64:
            return StoredType::float64;
        default:
            throw unfit(input, "band {} holds cells of type {}; papar reads integers and floating-point numbers",
                        input.band, GDALGetDataTypeName(band.GetRasterDataType()));
    }
}

// Nodata in the band's own type. GDAL has three ways to ask; a double would round 64-bit integers.
void describe_nodata(GDALRasterBand& band, RasterDescription& raster) {
    int declared = 0;
    CellRule& rule = raster.rule;
    if (rule.stored == StoredType::int64) {
        const std::int64_t value = band.GetNoDataValueAsInt64(&declared);
        if (declared != 0) {
            raster.missing_cell = stored_cell(value);
            rule.nodata = raster.missing_cell;
            raster.facts.nodata = fmt::format("{}", value);
        }
    } else if (rule.stored == StoredType::uint64) {
        const std::uint64_t value = band.GetNoDataValueAsUInt64(&declared);
        if (declared != 0) {
            raster.missing_cell = stored_cell(value);
            rule.nodata = raster.missing_cell;
            raster.facts.nodata = fmt::format("{}", value);
        }
    } else {
        const double value = band.GetNoDataValue(&declared);
        if (declared != 0) {
            rule.nodata = stored_cell(rule.stored, value);
            // GDAL fills missing blocks with the nearest value the type holds.
            GDALCopyWords(&value, GDT_Float64, 0, raster.missing_cell.data(), band.GetRasterDataType(), 0, 1);
            raster.missing_cell = rule.nodata.value_or(raster.missing_cell);
            raster.facts.nodata = fmt::format("{}", value);
        }
    }
}

void describe_scale(const RasterInput& input, GDALRasterBand& band, RasterDescription& raster) {
    const double scale = band.GetScale();
    const double offset = band.GetOffset();
    if (!std::isfinite(scale) || !std::isfinite(offset) || scale == 0) {
        throw unfit(input, "band {} declares scale {} and offset {}, which give no usable values", input.band, scale,
                    offset);
    }
    raster.rule.scale = raster.facts.scale = scale;
    raster.rule.offset = raster.facts.offset = offset;
    raster.rule.scaled = scale != 1 || offset != 0;
}

void describe_categories(GDALRasterBand& band, RasterFacts& facts) {
    char** names = band.GetCategoryNames();
    facts.categories.assign(names, names + CSLCount(names));
}

void describe_mask(GDALRasterBand& band, RasterDescription& raster) {
    const int flags = band.GetMaskFlags();
    raster.masked = (flags & GMF_ALL_VALID) == 0 && flags != GMF_NODATA;
    if (raster.masked) {
        raster.facts.mask = (flags & GMF_ALPHA) != 0 ? "alpha" : "mask";
    }
}

}  // namespace

Window RasterDescription::block_window(std::int64_t block_col, std::int64_t block_row) const {
    return intersection({block_col * block_cols, block_row * block_rows, block_cols, block_rows},
                        {0, 0, grid.cols, grid.rows});
}

RasterDescription describe_raster(const RasterInput& input) {
    check_raster_path(input);
    const GdalMessages messages;
    const GdalDataset dataset = open_raster_dataset(input.path.c_str());
    if (!dataset) {
        throw unfit(input,
                    "it is no raster that papar reads (GeoTIFF, ASCII grid or Erdas Imagine), or it is "
                    "damaged{}",
                    messages.in_brackets());
    }
    if (dataset->GetRasterCount() == 0) {
        throw unfit(input, "it holds no band of cells");
    }
    if (input.band < 1 || input.band > dataset->GetRasterCount()) {
        throw unfit(input, "band {} does not exist; the file has {}", input.band, dataset->GetRasterCount());
    }
    GDALRasterBand& band = *dataset->GetRasterBand(input.band);

    RasterDescription raster;
    raster.input = input;
    raster.grid = grid_of(input, *dataset, raster.facts.south_up);
    raster.rule.stored = type_of(input, band);
    int block_cols = 0;
    int block_rows = 0;
    band.GetBlockSize(&block_cols, &block_rows);
    raster.block_cols = block_cols;
    raster.block_rows = block_rows;
    check_size(input, raster);
    raster.declared_crs = declared_crs(input, *dataset);
    raster.crs_wkt = crs_of(input, raster);
    describe_nodata(band, raster);
    describe_scale(input, band, raster);
    describe_mask(band, raster);
    describe_categories(band, raster.facts);
    raster.files = files_behind(input, *dataset);

    RasterFacts& facts = raster.facts;
    facts.driver = dataset->GetDriverName();
    facts.bands = dataset->GetRasterCount();
    facts.data_type = raster.rule.stored == StoredType::int8 ? "Int8" : GDALGetDataTypeName(band.GetRasterDataType());
    if (const char* compression = dataset->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"); compression != nullptr) {
        facts.compression = compression;
    }
    return raster;
}

}  // namespace papar
