#include "engine/io/zone_points.hpp"

#include "engine/base/error.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace papar {

namespace {

double degrees_in(OGRFeatureH feature, int field, double limit, const std::string& subject) {
    const char* column = OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, field));
    double value = OGR_F_GetFieldAsDouble(feature, field);
    if (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field)) == OFTString) {
        const std::string text = OGR_F_GetFieldAsString(feature, field);
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc() || end != text.data() + text.size()) {
            throw error(ErrorKind::input, "{}: column \"{}\" holds \"{}\", which is no number of degrees like 115.25",
                        subject, column, text);
        }
    }
    if (!(std::abs(value) <= limit)) {
        throw error(ErrorKind::input,
                    "{}: column \"{}\" holds {}, beyond {} degrees; zones.point names the longitude first, then the "
                    "latitude, both in degrees",
                    subject, column, value, limit);
    }
    return value;
}

}  // namespace

std::optional<Vertex> zone_point(OGRFeatureH feature, const PointFields& fields, const std::string& subject) {
    if (OGR_F_IsFieldSetAndNotNull(feature, fields.longitude) == 0 ||
        OGR_F_IsFieldSetAndNotNull(feature, fields.latitude) == 0) {
        return std::nullopt;
    }
    return Vertex{degrees_in(feature, fields.longitude, 180, subject),
                  degrees_in(feature, fields.latitude, 90, subject)};
}

}  // namespace papar
