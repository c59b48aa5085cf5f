// Images as GDAL's PNG and WEBP drivers read them.
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
inline PngImage read_png(std::span<const std::byte> bytes) {
    GDALRegister_PNG();
    GDALRegister_WEBP();
    const char* name = "/vsimem/tile";
    std::vector<std::byte> copy(bytes.begin(), bytes.end());
    VSIFCloseL(VSIFileFromMemBuffer(name, reinterpret_cast<GByte*>(copy.data()), copy.size(), FALSE));
    PngImage image;
    if (GDALDataset* file = GDALDataset::Open(name, GDAL_OF_RASTER)) {
        image.side = file->GetRasterXSize();
        EXPECT_EQ(file->GetRasterYSize(), image.side);
        image.pixels.resize(static_cast<std::size_t>(image.side) * static_cast<std::size_t>(image.side));
        std::vector<std::vector<std::uint8_t>> bands;
        for (int i = 1; i <= file->GetRasterCount(); ++i) {
            bands.emplace_back(image.pixels.size());
            EXPECT_EQ(file->GetRasterBand(i)->RasterIO(GF_Read, 0, 0, image.side, image.side, bands.back().data(),
                                                       image.side, image.side, GDT_Byte, 0, 0, nullptr),
                      CE_None);
        }
        const GDALColorTable* table = file->GetRasterBand(1)->GetColorTable();
        int has_no_data = FALSE;
        const double no_data = file->GetRasterBand(1)->GetNoDataValue(&has_no_data);
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            Colour& pixel = image.pixels[i];
            if (table != nullptr) {
                const GDALColorEntry* entry = table->GetColorEntry(bands[0][i]);
                pixel = {static_cast<std::uint8_t>(entry->c1), static_cast<std::uint8_t>(entry->c2),
                         static_cast<std::uint8_t>(entry->c3), static_cast<std::uint8_t>(entry->c4)};
                continue;
            }
            const bool grey = bands.size() < 3;
            pixel = {bands[0][i], bands[grey ? 0 : 1][i], bands[grey ? 0 : 2][i], 255};
            // tRNS of grey images and those without palette is a colour: GDAL's value of no data.
            const bool clear = has_no_data == TRUE && pixel == Colour{0, 0, 0, 255} && no_data == 0;
            pixel.alpha = bands.size() == 4 ? bands[3][i] : static_cast<std::uint8_t>(clear ? 0 : 255);
        }
        GDALClose(file);
    } else {
        ADD_FAILURE() << "GDAL does not read the image";
    }
    VSIUnlink(name);
    return image;
}

}  // namespace papar::test
