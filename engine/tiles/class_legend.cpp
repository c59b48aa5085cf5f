#include "engine/tiles/class_legend.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"
#include "engine/output/class_colours.hpp"
#include "engine/output/value_legend.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <limits>

namespace papar {

namespace {

GdalDataset opened(const std::filesystem::path& raster) {
    const GdalMessages messages;
    GdalDataset file = open_raster_dataset(raster.c_str());
    if (!file) {
        throw error(ErrorKind::input, "{}: the raster cannot be opened{}", raster.string(), messages.in_brackets());
    }
    return file;
}

std::string title_of(const GdalDataset& file, const std::filesystem::path& raster) {
    const char* title = file->GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION");
    return title != nullptr ? title : raster.stem().string();
}

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

// "#rrggbb", as written above.
Colour colour_of(const std::string& text) {
    std::uint32_t rgb = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), rgb, 16);
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb),
            255};
}

}  // namespace

Palette palette_of(const std::vector<LegendClass>& classes) {
    Palette palette{};
    palette[no_data_pixel] = {0, 0, 0, 0};
    for (const LegendClass& each : classes) {
        palette[static_cast<std::size_t>(each.value) + 1] = colour_of(each.colour);
    }
    return palette;
}

std::string raster_title(const std::filesystem::path& raster) {
    return title_of(opened(raster), raster);
}

ClassLegend legend_of_file(const std::filesystem::path& raster) {
    const GdalDataset file = opened(raster);
    ClassLegend legend;
    legend.title = title_of(file, raster);
    legend.classes = classes_of_file(raster, *file->GetRasterBand(1));
    legend.scale = {{}, static_cast<std::uint8_t>(legend.classes.size() - 1)};
    legend.palette = palette_of(legend.classes);
    return legend;
}

ClassLegend legend_of_limits(const std::vector<double>& limits, bool capacity, Language language) {
    const std::size_t count = limits.size() + 1;
    const bool usual = count == 3;  // rendah, sedang, tinggi
    const RasterTheme theme = capacity ? RasterTheme::capacity : RasterTheme::hazard;
    // Colours depend on the number of classes only.
    const ValueLegend known = value_legend(usual ? theme : RasterTheme::hazard_count, count, language);
    ClassLegend legend;
    for (std::size_t i = capacity ? 1 : 0; i <= count; ++i) {
        const std::string range = i <= 1       ? fmt::format("≤ {:g}", limits.front())
                                  : i == count ? fmt::format("> {:g}", limits.back())
                                               : fmt::format("> {:g}, ≤ {:g}", limits[i - 2], limits[i - 1]);
        const std::string colour = capacity && i > 0 ? capacity_colour(i - 1, count) : known.colours[i];
        legend.classes.push_back({static_cast<int>(i), usual || i == 0 ? known.names[i] : range, colour});
    }
    legend.scale = {limits, static_cast<std::uint8_t>(count)};
    // Capacity is of a place, whatever hazard it has; 0 is the lowest one.
    if (capacity) legend.scale.no_hazard = -std::numeric_limits<double>::infinity();
    legend.palette = palette_of(legend.classes);
    return legend;
}

ClassLegend legend_of_hazard(const HazardClasses& classes, Language language) {
    ClassLegend legend;
    const std::size_t count = classes.count();
    legend.classes.push_back({0, value_legend(RasterTheme::hazard, count, language).names.front(), no_hazard_colour});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = i < classes.labels.size() ? classes.labels[i] : fmt::format("{}", i + 1);
        legend.classes.push_back({static_cast<int>(i + 1), name, class_colour(i, count)});
    }
    legend.scale.limits = classes.breaks;
    // A single class has no limit above it.
    if (legend.scale.limits.empty()) legend.scale.limits = {std::numeric_limits<double>::infinity()};
    legend.scale.codes = classes.codes;
    legend.scale.highest_class = static_cast<std::uint8_t>(count);
    legend.scale.no_hazard = classes.no_hazard;
    legend.scale.on_break = classes.on_break;
    legend.palette = palette_of(legend.classes);
    return legend;
}

}  // namespace papar
