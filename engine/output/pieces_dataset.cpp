#include "engine/output/pieces_dataset.hpp"

#include "engine/base/error.hpp"

#include <cpl_error.h>
#include <cpl_string.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <span>
#include <utility>

namespace papar {
namespace {

constexpr auto tile = static_cast<int>(RasterPieces::tile);

[[nodiscard]] GDALColorEntry colour_entry(const std::string& colour) {
    const auto part = [&](std::size_t at) { return static_cast<short>(std::stoi(colour.substr(at, 2), nullptr, 16)); };
    return {part(1), part(3), part(5), 255};
}

class PiecesBand final : public GDALRasterBand {
public:
    PiecesBand(GDALDataset* dataset, const RasterPieces& pieces, double nodata, const ValueLegend* legend)
        : pieces_(pieces), nodata_(nodata) {
        poDS = dataset;
        nBand = 1;
        eDataType = legend != nullptr ? GDT_Byte : GDT_Float32;
        nBlockXSize = tile;
        nBlockYSize = tile;
        if (legend == nullptr) return;
        has_legend_ = true;
        for (std::size_t value = 0; value < legend->colours.size(); ++value) {
            const GDALColorEntry entry = colour_entry(legend->colours[value]);
            colours_.SetColorEntry(static_cast<int>(value), &entry);
            names_.AddString(legend->names[value].c_str());
        }
    }

    double GetNoDataValue(int* has) override {
        if (has != nullptr) *has = TRUE;
        return nodata_;
    }
    GDALColorInterp GetColorInterpretation() override { return has_legend_ ? GCI_PaletteIndex : GCI_GrayIndex; }
    GDALColorTable* GetColorTable() override { return has_legend_ ? &colours_ : nullptr; }
    char** GetCategoryNames() override { return names_.List(); }

protected:
    CPLErr IReadBlock(int col, int row, void* cells) override {
        constexpr std::size_t count = std::size_t{tile} * std::size_t{tile};
        const bool bytes = eDataType == GDT_Byte;
        if (bytes) {
            std::fill_n(static_cast<std::uint8_t*>(cells), count, static_cast<std::uint8_t>(nodata_));
        } else {
            std::fill_n(static_cast<float*>(cells), count, static_cast<float>(nodata_));
        }
        try {
            pieces_.read_tile(col, row,
                              {static_cast<std::byte*>(cells), count * (bytes ? sizeof(std::uint8_t) : sizeof(float))});
        } catch (const std::exception& problem) {  // GDAL's C code is no place for it
            CPLError(CE_Failure, CPLE_FileIO, "%s", problem.what());
            return CE_Failure;
        }
        return CE_None;
    }

private:
    const RasterPieces& pieces_;
    double nodata_;
    bool has_legend_ = false;
    GDALColorTable colours_;
    CPLStringList names_;
};

}  // namespace

PiecesDataset::PiecesDataset(const RasterPieces& pieces, const Grid& grid, const std::string& crs_wkt, double nodata,
                             const ValueLegend* legend)
    : grid_(grid) {
    nRasterXSize = static_cast<int>(pieces.cols());
    nRasterYSize = static_cast<int>(pieces.rows());
    if (!crs_wkt.empty() && crs_.importFromWkt(crs_wkt.c_str()) != OGRERR_NONE) {
        throw error(ErrorKind::failed, "GDAL does not understand the CRS of the analysis grid: {}", crs_wkt);
    }
    crs_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    SetBand(1, new PiecesBand(this, pieces, nodata, legend));  // the dataset owns its bands
}

CPLErr PiecesDataset::GetGeoTransform(double* six) {
    const double values[] = {grid_.x0, grid_.dx, 0, grid_.y0, 0, -grid_.dy};
    std::copy_n(std::begin(values), 6, six);
    return CE_None;
}

}  // namespace papar
