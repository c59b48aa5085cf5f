#include "engine/web/histogram_runs.hpp"
#include "engine/web/zone_data.hpp"

#include <cmath>
#include <string_view>

namespace papar {

namespace {

constexpr double places = 1e2;            // people and hectares
constexpr double rupiah = 1;              // losses, values
constexpr double degrees_or_index = 1e5;  // 1 m on the ground; the indices of the GeoPackage have six

double unit_of(std::string_view key, double unit) {
    if (key == "loss" || key == "exposures") return rupiah;
    if (key == "bbox" || key == "index" || key == "mean" || key == "max") return degrees_or_index;
    return unit;
}

void round_to(Json& data, double unit) {
    if (data.is_number_float()) {
        const double value = data.get<double>();
        // Small amounts of a layer (km of road, buildings) keep their fraction.
        const double steps = unit == rupiah && std::abs(value) < 1e4 ? places : unit;
        const double rounded = std::round(value * steps) / steps;
        data = rounded;
        if (std::abs(rounded) < 9e15 && rounded == std::floor(rounded)) data = static_cast<std::int64_t>(rounded);
        return;
    }
    if (data.is_object()) {
        for (auto& [key, value] : data.get_ref<Json::object_t&>()) {
            if (key == "histogram") {
                value = histogram_runs(value.get<Histogram>());
            } else {
                round_to(value, unit_of(key, unit));
            }
        }
    } else if (data.is_array()) {
        for (Json& value : data) round_to(value, unit);
    }
}

}  // namespace

void round_figures(Json& data) {
    round_to(data, places);
}

}  // namespace papar
