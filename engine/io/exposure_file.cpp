#include "engine/io/exposure_file.hpp"

#include "engine/base/error.hpp"
#include "engine/io/concerned_zones.hpp"
#include "engine/io/exposure_geometry.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/table_number.hpp"

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace papar {

namespace {

ZonesInput without_codes(ZonesInput layer) {
    layer.code_column.clear();
    layer.levels.clear();
    layer.point_columns.clear();
    layer.features = "features";
    layer.code_stands_for_name = false;
    return layer;
}

std::string text_in(OGRFeatureH ogr, int field) {
    bool fraction = false;
    return field < 0 ? "" : field_text(ogr, field, fraction);
}

std::string label_of(std::size_t order, const std::string& name) {
    return name.empty() ? std::to_string(order) : fmt::format("{} {}", order, name);
}

double value_in(OGRFeatureH ogr, int field, const std::string& subject) {
    OGRFieldDefnH definition = OGR_F_GetFieldDefnRef(ogr, field);
    const auto refuse = [&](const std::string& why) {
        return error(ErrorKind::input, "{}, column \"{}\": {}", subject, OGR_Fld_GetNameRef(definition), why);
    };
    const std::string text = text_in(ogr, field);
    if (text.empty()) {
        throw refuse(
            "the value is empty; write 0 where the feature is worth nothing, and take it out where its value "
            "is not known");
    }
    const std::optional<double> value = OGR_Fld_GetType(definition) == OFTString ? number_of(text, NumberStyle::plain)
                                                                                 : OGR_F_GetFieldAsDouble(ogr, field);
    if (!value || !std::isfinite(*value)) {
        throw refuse(fmt::format("the value \"{}\" is not a number; write rupiah in digits, as 1500000", text));
    }
    if (*value < 0) {
        throw refuse(fmt::format("the value {} is negative; a value is 0 rupiah or more", text));
    }
    return *value;
}

bool empty(OGRGeometryH geometry) {
    return geometry == nullptr || OGR_G_IsEmpty(geometry) != 0;
}

}  // namespace

ExposureFile::ExposureFile(const ExposureInput& input)
    : exposure_(input),
      zones_input_(without_codes(input.layer)),
      layer_(open_zones_layer(zones_input_)),
      category_field_(find_field(layer_, input.category.name, input.category.where)),
      value_field_(find_field(layer_, input.value.name, input.value.where)) {}

void ExposureFile::read_attributes(OGRFeatureH ogr, Feature& feature) const {
    feature.about.name = text_in(ogr, layer_.name_field);
    feature.subject = fmt::format("{}, feature {}", layer_.subject, label_of(feature.order, feature.about.name));
    feature.about.category = text_in(ogr, category_field_);
    if (value_field_ >= 0) {
        feature.about.value = value_in(ogr, value_field_, feature.subject);
    }
}

void ExposureFile::each(const std::function<void(Feature&&)>& use, Findings& findings) const {
    const GdalMessages messages;
    std::vector<std::string> without_geometry;
    std::size_t count = 0;
    OGR_L_ResetReading(layer_.layer);
    while (const OgrFeature ogr{OGR_L_GetNextFeature(layer_.layer)}) {
        Feature feature;
        feature.order = ++count;
        read_attributes(ogr.get(), feature);
        feature.geometry = OGR_F_GetGeometryRef(ogr.get());
        if (empty(feature.geometry)) {
            without_geometry.push_back(label_of(feature.order, feature.about.name));
            continue;
        }
        require_kind(feature.geometry, exposure_.kind, exposure_.id, feature.subject);
        use(std::move(feature));
    }
    if (messages.failed()) {
        throw error(ErrorKind::input, "{}, feature {}: cannot be read: {}", layer_.subject, count + 1,
                    messages.failure());
    }
    if (count == 0) {
        throw error(ErrorKind::input, "{} has no features", layer_.subject);
    }
    if (!without_geometry.empty()) {
        ConcernedZones concerned(count, "features");
        for (const std::string& label : without_geometry) {
            concerned.add(label);
        }
        findings.push_back({"zones.empty",
                            layer_.layer_name,
                            fmt::format("{}: {} have no geometry and are left out.", layer_.subject, concerned.text()),
                            {{"features", static_cast<double>(without_geometry.size())}}});
    }
}

}  // namespace papar
