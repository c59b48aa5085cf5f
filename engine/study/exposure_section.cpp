#include "engine/study/exposure_section.hpp"

#include "engine/base/nearest.hpp"
#include "engine/study/profile_paths.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/table_keys.hpp"
#include "engine/study/words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <set>

namespace papar {

namespace {

using Keys = std::vector<std::string>;

void refuse(const Section& section, std::string_view kind, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (section.find(key) != nullptr) {
            throw section.wrong(key, "does not go with kind = \"{}\"", kind);
        }
    }
}

std::int64_t class_code(const Section& section, std::string_view key, std::string_view text) {
    std::int64_t code = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), code);
    if (problem != std::errc() || end != text.data() + text.size()) {
        throw section.wrong(key, "has the class code \"{}\"; write whole numbers: {} = {{ \"2\" = ... }}", text, key);
    }
    return code;
}

// The table under `key`, { "2" = ... }; empty where it is absent.
const toml::table& codes_table(const Section& section, std::string_view key) {
    static const toml::table empty;
    const toml::node* node = section.find(key);
    if (node == nullptr) {
        return empty;
    }
    if (!node->is_table()) {
        throw section.wrong(key, "must be a table, {} = {{ \"2\" = ... }}; found {}", key, type_name(node->type()));
    }
    return *node->as_table();
}

void read_land_cover(const Section& section, ExposureInput& exposure) {
    for (const auto& [key, node] : codes_table(section, "rupiah_per_hectare")) {
        const auto rupiah = node.is_number() ? node.value<double>() : std::nullopt;
        if (!rupiah || !std::isfinite(*rupiah) || *rupiah < 0) {
            throw section.wrong("rupiah_per_hectare", "of class {} must be a number, not below 0", key.str());
        }
        exposure.rupiah_per_hectare[class_code(section, "rupiah_per_hectare", key.str())] = *rupiah;
    }
    for (const auto& [key, node] : codes_table(section, "cover")) {
        const auto cover = node.value<std::string>();
        if (!cover || std::ranges::find(cover_types(), *cover) == cover_types().end()) {
            throw section.wrong("cover", "of class {} must be one of {}", key.str(), fmt::join(cover_types(), ", "));
        }
        exposure.cover[class_code(section, "cover", key.str())] = *cover;
    }
    if (exposure.rupiah_per_hectare.empty() && exposure.cover.empty()) {
        throw error(ErrorKind::usage,
                    "{}: {} says nothing of its classes; write rupiah_per_hectare = {{ \"2\" = 25e6 }} or cover = {{ "
                    "\"4\" = \"hutan_lindung\" }}",
                    section.place("file"), section.label());
    }
}

ZonesInput read_layer(const Section& section, const std::string& id, const std::filesystem::path& folder) {
    ZonesInput layer;
    layer.name = section.text("file");
    layer.path = folder / layer.name;
    layer.where = section.place("file");
    const ColumnInput name = read_column(section, "layer");
    layer.layer = name.name;
    layer.where_layer = name.where;
    const ColumnInput column = read_column(section, "name");
    layer.name_column = column.name;
    layer.where_name = column.where;
    layer.assume_crs = section.text("assume_crs", "");
    layer.section = "exposure." + id;
    layer.features = "features";
    layer.code_stands_for_name = false;
    return layer;
}

void read_parameter(const Section& section, ExposureInput& exposure) {
    exposure.parameter = section.text("parameter", "");
    if (exposure.parameter.empty()) {
        return;
    }
    if (std::ranges::find(value_parameters(), exposure.parameter) == value_parameters().end()) {
        const std::string guess = did_you_mean(exposure.parameter, value_parameters());
        throw section.wrong(
            "parameter", "is \"{}\"{}", exposure.parameter,
            guess.empty() ? fmt::format("; choose from {}", fmt::join(value_parameters(), ", ")) : guess);
    }
    const bool rupiah =
        exposure.kind == ExposureKind::value || !exposure.rupiah_per_hectare.empty() || !exposure.value.name.empty();
    if (!rupiah) {
        throw section.wrong("parameter",
                            "needs rupiah, which the layer does not have; name a column in value, or "
                            "rupiah_per_hectare of a land cover");
    }
}

ExposureInput read_exposure(const Section& section, const std::filesystem::path& folder) {
    ExposureInput exposure;
    exposure.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (exposure.id.front() < 'a') {
        throw section.wrong("id", "is \"{}\"; it must begin with a letter a-z", exposure.id);
    }
    exposure.title = section.text("title", exposure.id);
    exposure.source = section.text("source", "");
    exposure.kind = section.choice("kind", exposure_kind_words);
    const std::string kind = section.text("kind");
    switch (exposure.kind) {
        case ExposureKind::value:
            refuse(section, kind, {"layer", "name", "category", "value", "rupiah_per_hectare", "cover"});
            exposure.raster = read_raster(section, folder);
            exposure.unit = section.choice("unit", value_unit_words);
            break;
        case ExposureKind::land_cover:
            refuse(section, kind, {"layer", "name", "category", "value", "unit"});
            exposure.raster = read_raster(section, folder);
            read_land_cover(section, exposure);
            break;
        case ExposureKind::polygons:
        case ExposureKind::points:
        case ExposureKind::lines:
            refuse(section, kind, {"band", "nodata", "unit", "rupiah_per_hectare", "cover"});
            if (exposure.kind == ExposureKind::lines) {
                refuse(section, kind, {"value"});
            }
            exposure.layer = read_layer(section, exposure.id, folder);
            exposure.category = read_column(section, "category");
            exposure.value = read_column(section, "value");
            break;
    }
    read_parameter(section, exposure);
    return exposure;
}

}  // namespace

std::vector<ExposureInput> read_exposures(const Section& study, const std::filesystem::path& folder) {
    static const Keys keys{"id",     "title",    "source", "kind", "file",     "band",  "assume_crs",
                           "nodata", "unit",     "layer",  "name", "category", "value", "rupiah_per_hectare",
                           "cover",  "parameter"};
    std::vector<ExposureInput> exposures;
    std::set<std::string> ids;
    for (const Section& section : study.list_of_sections("exposure", "exposure", keys)) {
        exposures.push_back(read_exposure(section, folder));
        if (!ids.insert(exposures.back().id).second) {
            throw section.wrong("id", "is used by another exposure too; ids must differ");
        }
    }
    return exposures;
}

}  // namespace papar
