#include "engine/study/exposure_section.hpp"

#include "engine/base/nearest.hpp"
#include "engine/study/class_codes.hpp"
#include "engine/study/profile_paths.hpp"
#include "engine/study/raster_section.hpp"
#include "engine/study/table_keys.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace papar {

namespace {

// The keys of each kind beside those of all.
const std::vector<std::string>& keys_of(ExposureKind kind) {
    static const std::vector<std::string> value{"file", "band", "assume_crs", "nodata", "unit", "parameter"};
    static const std::vector<std::string> land_cover{"file",      "band", "assume_crs", "nodata", "rupiah_per_hectare",
                                                     "parameter", "cover"};
    static const std::vector<std::string> polygons{"file", "layer", "assume_crs", "name", "value", "parameter"};
    static const std::vector<std::string> points{"file",     "layer", "assume_crs", "name",
                                                 "category", "value", "parameter"};
    static const std::vector<std::string> lines{"file", "layer", "assume_crs", "name", "category"};
    switch (kind) {
        case ExposureKind::value:
            return value;
        case ExposureKind::land_cover:
            return land_cover;
        case ExposureKind::polygons:
            return polygons;
        case ExposureKind::points:
            return points;
        default:
            return lines;
    }
}

void refuse_other_keys(const Section& section, ExposureKind kind) {
    static const std::vector<std::string> of_all{"id", "title", "source", "kind"};
    const std::vector<std::string>& own = keys_of(kind);
    for (const std::string& key : exposure_keys()) {
        const bool fits = std::ranges::find(own, key) != own.end() || std::ranges::find(of_all, key) != of_all.end();
        if (!fits && section.find(key) != nullptr) {
            throw section.wrong(key, "does not go with kind = \"{}\"; its keys are {}",
                                word_of(exposure_kind_words, kind), fmt::join(own, ", "));
        }
    }
}

std::string read_profile_parameter(const Section& section) {
    std::vector<std::string> known;
    for (const std::string& word : profile_words("<physical>")) {
        known.push_back("physical." + word);
    }
    for (const std::string& word : profile_words("<economic>")) {
        known.push_back("economic." + word);
    }
    std::string parameter = section.text("parameter", "");
    if (!parameter.empty() && std::ranges::find(known, parameter) == known.end()) {
        throw section.wrong("parameter", "is \"{}\"; it must be one of {}", parameter, fmt::join(known, ", "));
    }
    return parameter;
}

ZonesInput read_layer(const Section& section, const std::string& id, const std::filesystem::path& folder) {
    ZonesInput layer;
    layer.name = section.text("file");
    layer.path = folder / layer.name;
    layer.where = section.place("file");
    const ColumnInput named = read_column(section, "layer");
    layer.layer = named.name;
    layer.where_layer = named.where;
    const ColumnInput name = read_column(section, "name");
    layer.name_column = name.name;
    layer.where_name = name.where;
    layer.assume_crs = section.text("assume_crs", "");
    layer.section = "exposure." + id;
    layer.features = "features";
    layer.code_stands_for_name = false;
    return layer;
}

std::map<std::int64_t, double> read_rupiah(const Section& section) {
    std::map<std::int64_t, double> rupiah;
    for (const auto& [code, node] : class_codes(section, "rupiah_per_hectare", "{ \"11\" = 25e6 }")) {
        const double value = node->value<double>().value_or(std::nan(""));
        if (!node->is_number() || !(value >= 0) || !std::isfinite(value)) {
            throw section.wrong("rupiah_per_hectare", "of class {} must be a number, 0 or more", code);
        }
        rupiah[code] = value;
    }
    return rupiah;
}

std::map<std::int64_t, std::string> read_cover(const Section& section) {
    const std::span<const std::string> known = profile_words("<cover>");
    std::map<std::int64_t, std::string> cover;
    for (const auto& [code, node] : class_codes(section, "cover", "{ \"11\" = \"hutan_lindung\" }")) {
        const std::string word = node->value<std::string>().value_or("");
        if (std::ranges::find(known, word) == known.end()) {
            throw section.wrong("cover", "of class {} must be one of {}{}", code, fmt::join(known, ", "),
                                did_you_mean(word, known));
        }
        cover[code] = word;
    }
    return cover;
}

void read_land_cover(const Section& section, ExposureInput& exposure) {
    exposure.rupiah_per_hectare = read_rupiah(section);
    exposure.cover = read_cover(section);
    if (exposure.rupiah_per_hectare.empty() && exposure.cover.empty()) {
        throw error(ErrorKind::usage,
                    "{}: {} says nothing of its classes; write rupiah_per_hectare = {{ \"11\" = 25e6 }} or cover = "
                    "{{ \"21\" = \"hutan_lindung\" }}",
                    section.place("cover"), section.label());
    }
}

// A parameter of the profile counts rupiah.
void require_rupiah(const Section& section, const ExposureInput& exposure) {
    if (exposure.parameter.empty() || exposure.kind == ExposureKind::value) {
        return;
    }
    if (exposure.kind == ExposureKind::land_cover && exposure.rupiah_per_hectare.empty()) {
        throw section.wrong("parameter", "needs rupiah_per_hectare, what a hectare of each class is worth");
    }
    if (exposure.kind != ExposureKind::land_cover && exposure.value.name.empty()) {
        throw section.wrong("parameter", "needs value, the column with the rupiah of each feature");
    }
}

}  // namespace

const std::vector<std::string>& exposure_keys() {
    static const std::vector<std::string> keys{
        "id",   "title", "source", "kind",     "file",  "band",      "assume_crs",         "nodata",
        "unit", "layer", "name",   "category", "value", "parameter", "rupiah_per_hectare", "cover"};
    return keys;
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
    refuse_other_keys(section, exposure.kind);
    exposure.parameter = read_profile_parameter(section);
    if (exposure.kind == ExposureKind::value || exposure.kind == ExposureKind::land_cover) {
        exposure.raster = read_raster(section, folder);
    } else {
        exposure.layer = read_layer(section, exposure.id, folder);
        exposure.category = read_column(section, "category");
        exposure.value = read_column(section, "value");
    }
    if (exposure.kind == ExposureKind::value) {
        exposure.unit = section.choice("unit", value_unit_words);
    } else if (exposure.kind == ExposureKind::land_cover) {
        read_land_cover(section, exposure);
    }
    require_rupiah(section, exposure);
    return exposure;
}

}  // namespace papar
