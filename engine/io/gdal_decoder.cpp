#include "engine/io/gdal_decoder.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"

#include <vector>

namespace papar {

namespace {

class GdalDecoder : public BlockDecoder {
public:
    explicit GdalDecoder(const RasterDescription& raster);
    StoredCells decode(std::int64_t block_col, std::int64_t block_row) override;

private:
    bool read_mask(const Window& window);

    const RasterDescription& raster_;
    GdalDataset dataset_;
    GDALRasterBand* band_ = nullptr;
    std::vector<std::byte> cells_;
    std::vector<std::uint8_t> mask_;
};

GdalDecoder::GdalDecoder(const RasterDescription& raster) : raster_(raster) {
    const GdalMessages messages;
    dataset_ = open_raster_dataset(raster.input.path.c_str());
    if (!dataset_ || dataset_->GetRasterXSize() != raster.grid.cols || dataset_->GetRasterYSize() != raster.grid.rows ||
        dataset_->GetRasterCount() != raster.facts.bands) {
        throw error(ErrorKind::input, "{}: the file changed or vanished while it was being read{}", raster.input.name,
                    messages.in_brackets());
    }
    band_ = dataset_->GetRasterBand(raster.input.band);
    const auto block_cells = static_cast<std::size_t>(raster.block_cols * raster.block_rows);
    cells_.resize(block_cells * bytes_of(raster.rule.stored));
    mask_.resize(raster.masked ? block_cells : 0);
}

bool GdalDecoder::read_mask(const Window& window) {
    return band_->GetMaskBand()->RasterIO(GF_Read, static_cast<int>(window.col), static_cast<int>(window.row),
                                          static_cast<int>(window.cols), static_cast<int>(window.rows), mask_.data(),
                                          static_cast<int>(window.cols), static_cast<int>(window.rows), GDT_Byte, 1,
                                          raster_.block_cols, nullptr) == CE_None;
}

StoredCells GdalDecoder::decode(std::int64_t block_col, std::int64_t block_row) {
    const Window window = raster_.block_window(block_col, block_row);
    const GdalMessages messages;
    const bool read =
        band_->ReadBlock(static_cast<int>(block_col), static_cast<int>(block_row), cells_.data()) == CE_None &&
        (!raster_.masked || read_mask(window));
    // A failure that GDAL reports but does not return is one all the same.
    if (!read || messages.failed()) {
        throw error(ErrorKind::input,
                    "{}: the block at column {}, row {} is truncated or damaged{}; get a whole copy of "
                    "the file",
                    raster_.input.name, block_col, block_row, messages.in_brackets());
    }
    return {cells_.data(), raster_.masked ? mask_.data() : nullptr, raster_.block_cols, window.cols, window.rows};
}

}  // namespace

std::unique_ptr<BlockDecoder> make_gdal_decoder(const RasterDescription& raster) {
    return std::make_unique<GdalDecoder>(raster);
}

}  // namespace papar
