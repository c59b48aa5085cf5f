// Where the index rasters go, block by block. Files implement it in output/; tests implement it in memory.
#pragma once

#include "engine/grid/window.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace papar {

enum class RasterTheme {
    hazard,
    social,
    physical,
    economic,
    environmental,
    vulnerability,
    capacity,
    risk,
    hazard_count
};

// One raster of the result.
struct RasterLayer {
    std::string name;      // of its file without ".tif": "banjir_bahaya", "banjir_bahaya_kelas"
    std::string title;     // for people
    bool classes = false;  // Byte: 1 to 3 (or a number of hazards), 0 no hazard, 255 no data; otherwise Float32 0 to 1
    RasterTheme theme = RasterTheme::hazard;
};

inline constexpr float no_index = std::numeric_limits<float>::quiet_NaN();  // outside the hazard, or not known
inline constexpr std::uint8_t no_class = 255;                               // no data, or outside all zones

class RasterSink {
public:
    RasterSink() = default;
    RasterSink(const RasterSink&) = delete;
    RasterSink& operator=(const RasterSink&) = delete;
    virtual ~RasterSink() = default;

    // Cells of `window` (of the analysis grid, row by row) of layer `layer`. Safe to call from many threads; windows of
    // one layer never overlap. Cells that no window holds are no data.
    virtual void write_index(std::size_t layer, const Window& window, std::span<const float> cells) = 0;
    virtual void write_classes(std::size_t layer, const Window& window, std::span<const std::uint8_t> cells) = 0;
};

}  // namespace papar
