// The pyramid of a raster of people. Every cell's people are shared out among the pixels of the deepest zoom that its
// image touches, by area (io/reprojected_population.hpp); a pixel of the next smaller zoom has the people of its four.
// So each zoom has all people. What a pixel shows is their density over its true area on the ellipsoid.
#pragma once

#include "engine/io/raster_file.hpp"
#include "engine/tiles/tile_image.hpp"
#include "engine/tiles/tile_pyramid.hpp"

#include <memory>

namespace papar {

struct PeopleRaster {
    std::shared_ptr<const RasterFile> file;
    PopulationUnit unit = PopulationUnit::count;
    NegativePeople negative = NegativePeople::refuse;
};

// True area of a pixel in row `row` of all rows of its zoom, counted from the north: km2. `world`: pixels along a side
// of the whole map.
[[nodiscard]] double pixel_km2(std::int64_t world, std::int64_t row);

// The pyramid of people; no data is NaN. A raster across 180 degrees is shared out half way round the globe, where
// neither its coordinates nor the map's jump, and the pixels take their own places again.
// Throws Error(input) when PROJ knows no way; of rasters across 180 degrees, when one begins west of Greenwich or ends
// east of it again, is in degrees of another datum than WGS 84, or would be shown at zoom 0 only.
class PeoplePyramid : public PyramidKind<double> {
public:
    PeoplePyramid(const PeopleRaster& raster, const PyramidShape& shape, const TileImage& image);

    [[nodiscard]] std::unique_ptr<DeepestTiles<double>> deepest() const override;
    [[nodiscard]] PixelTile<double> above(const ChildTiles<double>& children) const override;
    void encode(const Tile& tile, const PixelTile<double>& pixels, ContentNumbers& numbers,
                EncodedTiles& out) const override;

    // For PyramidBuilder.
    [[nodiscard]] const std::vector<Tile>& roots() const { return roots_; }

private:
    PyramidShape shape_;
    TileImage image_;
    std::vector<Tile> roots_;
    Tile first_;  // the deepest tile in the north-west of the raster's; half way round where that crosses 180 degrees
    std::uint32_t turned_ = 0;                    // tiles of the deepest zoom in half a turn; 0: not turned
    std::shared_ptr<const RasterSource> people_;  // in the deepest pixels, from there on
};

// As for other rasters.
GroupCounts build_pyramid(const PeopleRaster& raster, const PyramidShape& shape, const TileImage& image,
                          const ProgressCallback& progress, TileSet& tiles);

}  // namespace papar
