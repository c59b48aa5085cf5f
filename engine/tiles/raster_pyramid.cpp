#include "engine/tiles/raster_pyramid.hpp"

#include "engine/tiles/tile_extent.hpp"

namespace papar {

namespace {

template <typename Scale>
class SampledPyramid : public PyramidKind<typename Scale::Pixel> {
    using Pixel = typename Scale::Pixel;

public:
    SampledPyramid(const SampledRaster<Scale>& raster, const PixelLookup& lookup, const PyramidSettings& settings)
        : raster_(raster), lookup_(lookup), settings_(settings) {}

    [[nodiscard]] std::unique_ptr<DeepestTiles<Pixel>> deepest() const override {
        return std::make_unique<SampledTiles<Scale>>(raster_, lookup_.clone(), settings_.shape.tile_pixels);
    }
    [[nodiscard]] PixelTile<Pixel> above(const ChildTiles<Pixel>& children) const override {
        return reduced_tile(children, settings_.shape.tile_pixels, settings_.overview);
    }
    void encode(const Tile& tile, const PixelTile<Pixel>& pixels, ContentNumbers& numbers,
                EncodedTiles& out) const override {
        out.encode(tile, pixels, settings_.shape.tile_pixels, settings_.image, numbers);
    }

private:
    const SampledRaster<Scale>& raster_;
    const PixelLookup& lookup_;
    const PyramidSettings& settings_;
};

template <typename Scale>
GroupCounts build(const SampledRaster<Scale>& raster, const PyramidSettings& settings, const ProgressCallback& progress,
                  TileSet& tiles) {
    const PixelLookup lookup(raster.file->grid(), raster.file->crs_wkt());
    const SampledPyramid<Scale> kind(raster, lookup, settings);
    const std::vector<Tile> roots = tiles_in(lookup.extent(), settings.shape.group_zoom());
    return PyramidBuilder(kind, settings.shape, roots, tiles).build(progress);
}

}  // namespace

GroupCounts build_pyramid(const ClassRaster& raster, const PyramidSettings& settings, const ProgressCallback& progress,
                          TileSet& tiles) {
    return build(raster, settings, progress, tiles);
}
GroupCounts build_pyramid(const SampledRaster<ValueScale<std::uint8_t>>& raster, const PyramidSettings& settings,
                          const ProgressCallback& progress, TileSet& tiles) {
    return build(raster, settings, progress, tiles);
}
GroupCounts build_pyramid(const SampledRaster<ValueScale<std::uint16_t>>& raster, const PyramidSettings& settings,
                          const ProgressCallback& progress, TileSet& tiles) {
    return build(raster, settings, progress, tiles);
}

}  // namespace papar
