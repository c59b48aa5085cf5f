// PNG images as GDAL's PNG driver reads them.
#pragma once

#include "engine/tiles/palette_png.hpp"

#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar::test {

struct PngImage {
    int side = 0;
    std::vector<Colour> pixels;
};

// Empty, and a failure, when GDAL does not read it.
inline PngImage read_png(std::span<const std::byte> png) {
    GDALRegister_PNG();
    const char* name = "/vsimem/tile.png";
    std::vector<std::byte> copy(png.begin(), png.end());
    VSIFCloseL(VSIFileFromMemBuffer(name, reinterpret_cast<GByte*>(copy.data()), copy.size(), FALSE));
    PngImage image;
    if (GDALDataset* file = GDALDataset::Open(name, GDAL_OF_RASTER)) {
        image.side = file->GetRasterXSize();
        EXPECT_EQ(file->GetRasterYSize(), image.side);
        std::vector<std::uint8_t> values(static_cast<std::size_t>(image.side) * static_cast<std::size_t>(image.side));
        GDALRasterBand* band = file->GetRasterBand(1);
        EXPECT_EQ(band->RasterIO(GF_Read, 0, 0, image.side, image.side, values.data(), image.side, image.side, GDT_Byte,
                                 0, 0, nullptr),
                  CE_None);
        const GDALColorTable* table = band->GetColorTable();
        for (const std::uint8_t value : values) {
            const GDALColorEntry* entry = table->GetColorEntry(value);
            image.pixels.push_back({static_cast<std::uint8_t>(entry->c1), static_cast<std::uint8_t>(entry->c2),
                                    static_cast<std::uint8_t>(entry->c3), static_cast<std::uint8_t>(entry->c4)});
        }
        GDALClose(file);
    } else {
        ADD_FAILURE() << "GDAL does not read the PNG";
    }
    VSIUnlink(name);
    return image;
}

}  // namespace papar::test
