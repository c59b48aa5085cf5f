#include "engine/io/raster_file.hpp"

#include "engine/io/gdal_decoder.hpp"
#include "engine/io/raster_window_reader.hpp"
#include "engine/io/tiff_decoder.hpp"
#include "engine/io/tiff_layout.hpp"

#include <utility>

namespace papar {

namespace {

// Owns what its decoder and window reader refer to.
class RasterFileReader : public RasterReader {
public:
    RasterFileReader(std::shared_ptr<const RasterFile> file, const RasterDescription& raster,
                     std::unique_ptr<BlockDecoder> decoder)
        : file_(std::move(file)), windows_(raster, std::move(decoder)) {}
    void read(const Window& window, CellBlock& out) override { windows_.read(window, out); }

private:
    std::shared_ptr<const RasterFile> file_;
    RasterWindowReader windows_;
};

}  // namespace

std::shared_ptr<const RasterFile> RasterFile::open(const RasterInput& input, Decoder decoder) {
    return std::make_shared<const RasterFile>(Private{}, input, decoder);
}

RasterFile::RasterFile(Private, const RasterInput& input, Decoder decoder) : raster_(describe_raster(input)) {
    if (decoder == Decoder::automatic) {
        layout_ = plain_tiff_layout(raster_);
    }
    if (layout_) {
        raster_.facts.own_decoder = true;
        raster_.facts.missing_blocks = layout_->missing_blocks();
    }
}

std::unique_ptr<RasterReader> RasterFile::reader() const {
    auto decoder = layout_ ? make_tiff_decoder(raster_, layout_) : make_gdal_decoder(raster_);
    return std::make_unique<RasterFileReader>(shared_from_this(), raster_, std::move(decoder));
}

}  // namespace papar
