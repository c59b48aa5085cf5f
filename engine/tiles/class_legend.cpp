#include "engine/tiles/class_legend.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"
#include "engine/output/value_legend.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>

namespace papar {

namespace {

std::vector<LegendClass> classes_of_file(const std::filesystem::path& path, GDALRasterBand& band) {
    const GDALColorTable* table = band.GetColorTable();
    char** names = band.GetCategoryNames();
    if (band.GetRasterDataType() != GDT_Byte || table == nullptr || CSLCount(names) == 0) {
        throw error(ErrorKind::input,
                    "{}: this is no raster of classes with names and colours; for an index give its class limits, e.g. "
                    "--limits 0.333333,0.666667",
                    path.string());
    }
    std::vector<LegendClass> classes;
    constexpr int most_classes = 255;  // pixel 0 is "no data"
    for (int value = 0; value < CSLCount(names) && value < most_classes; ++value) {
        const GDALColorEntry* colour = table->GetColorEntry(value);
        if (colour == nullptr) break;
        classes.push_back(
            {value, names[value], fmt::format("#{:02x}{:02x}{:02x}", colour->c1, colour->c2, colour->c3)});
    }
    return classes;
}

std::vector<LegendClass> classes_of_limits(const std::vector<double>& limits, Language language) {
    const std::size_t count = limits.size() + 1;
    const bool usual = count == 3;  // rendah, sedang, tinggi
    // Colours depend on the number of classes only.
    const ValueLegend known = value_legend(usual ? RasterTheme::hazard : RasterTheme::hazard_count, count, language);
    std::vector<LegendClass> classes;
    for (std::size_t i = 0; i <= count; ++i) {
        const std::string range = i <= 1       ? fmt::format("≤ {:g}", limits.front())
                                  : i == count ? fmt::format("> {:g}", limits.back())
                                               : fmt::format("> {:g}, ≤ {:g}", limits[i - 2], limits[i - 1]);
        classes.push_back({static_cast<int>(i), usual || i == 0 ? known.names[i] : range, known.colours[i]});
    }
    return classes;
}

// "#rrggbb", as written above.
Colour colour_of(const std::string& text) {
    std::uint32_t rgb = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), rgb, 16);
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb),
            255};
}

}  // namespace

ClassLegend class_legend(const std::filesystem::path& raster, const std::vector<double>& limits, Language language) {
    const GdalMessages messages;
    const GdalDataset file = open_raster_dataset(raster.c_str());
    if (!file) {
        throw error(ErrorKind::input, "{}: the raster cannot be opened{}", raster.string(), messages.in_brackets());
    }
    ClassLegend legend;
    const char* title = file->GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION");
    legend.title = title != nullptr ? title : raster.stem().string();
    legend.classes =
        limits.empty() ? classes_of_file(raster, *file->GetRasterBand(1)) : classes_of_limits(limits, language);
    legend.scale = {limits, static_cast<std::uint8_t>(legend.classes.size() - 1)};
    legend.palette[no_data_pixel] = {0, 0, 0, 0};
    for (const LegendClass& each : legend.classes) {
        legend.palette[static_cast<std::size_t>(each.value) + 1] = colour_of(each.colour);
    }
    return legend;
}

}  // namespace papar
