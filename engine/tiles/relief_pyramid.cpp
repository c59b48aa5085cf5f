#include "engine/tiles/relief_pyramid.hpp"

#include "engine/tiles/overview.hpp"
#include "engine/tiles/tile_extent.hpp"

namespace papar {

namespace {

constexpr int shades = 255;

class ReliefPyramid : public PyramidKind<std::uint8_t> {
public:
    ReliefPyramid(const ShadeRaster& raster, const PixelLookup& lookup, const PyramidShape& shape,
                  const TileImage& image)
        : raster_(raster), lookup_(lookup), shape_(shape), image_(image) {}

    [[nodiscard]] std::unique_ptr<DeepestTiles<std::uint8_t>> deepest() const override {
        return std::make_unique<SampledTiles<ShadeScale>>(raster_, lookup_.clone(), shape_.tile_pixels);
    }
    [[nodiscard]] TilePixels above(const ChildTiles<std::uint8_t>& children) const override {
        return reduced_tile(children, shape_.tile_pixels, no_data_pixel, mean_of);
    }
    void encode(const Tile& tile, const TilePixels& pixels, ContentNumbers& numbers, EncodedTiles& out) const override {
        TilePixels greys(pixels.size());
        std::ranges::transform(pixels, greys.begin(), grey_of);
        out.encode(tile, greys, shape_.tile_pixels, image_, numbers);
    }

private:
    const ShadeRaster& raster_;
    const PixelLookup& lookup_;
    const PyramidShape& shape_;
    const TileImage& image_;
};

}  // namespace

std::uint8_t grey_of(std::uint8_t shade) {
    if (shade == no_data_pixel) return no_data_pixel;
    return static_cast<std::uint8_t>(1 + (shade - 1) * grey_count / shades);
}

Palette grey_palette() {
    constexpr int darkest = 70, lightest = 255, last = grey_count - 1;
    Palette palette{};
    palette[no_data_pixel] = {0, 0, 0, 0};
    for (int i = 0; i <= last; ++i) {
        const int missing = (last - i) * (last - i);  // of last * last; rounded up, so that no two greys are the same
        const auto grey =
            static_cast<std::uint8_t>(lightest - ((lightest - darkest) * missing + last * last - 1) / (last * last));
        palette[static_cast<std::size_t>(i) + 1] = {grey, grey, grey, 255};
    }
    return palette;
}

GroupCounts build_pyramid(const ShadeRaster& raster, const PyramidShape& shape, const TileImage& image,
                          const ProgressCallback& progress, TileSet& tiles) {
    const PixelLookup lookup(raster.file->grid(), raster.file->crs_wkt());
    const ReliefPyramid kind(raster, lookup, shape, image);
    const std::vector<Tile> roots = tiles_in(lookup.extent(), shape.group_zoom());
    return PyramidBuilder<std::uint8_t>(kind, shape, roots, tiles).build(progress);
}

}  // namespace papar
