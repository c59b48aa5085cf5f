#include "engine/io/zones_features.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/geos_repair.hpp"
#include "engine/io/zone_points.hpp"
#include "engine/io/zones_shape.hpp"
#include "engine/zones/simple_rings.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>

#include <memory>
#include <optional>
#include <utility>

namespace papar {

namespace {

constexpr std::size_t features_in_flight = 64;  // bounds what OGR holds beside the finished shapes

struct Task {
    ZoneFeature* feature = nullptr;
    std::shared_ptr<std::remove_pointer_t<OGRGeometryH>> geometry;  // shared because TBB copies tasks
};

// Stands for the exception of the code inside, so that the first problem in feature order is the one reported.
template <typename Work>
void keep_problem(ZoneFeature& feature, Work work) {
    try {
        work();
    } catch (const Error&) {
        feature.problem = std::current_exception();
    }
}

std::string subject_of(const ZonesLayerFile& file, const ZoneFeature& feature) {
    return feature.zone.code.empty()
               ? fmt::format("{}, feature {}", file.subject, feature.order)
               : fmt::format("{}, feature {} ({})", file.subject, feature.order, label(feature.zone));
}

// A code is text always: what the column holds, empty for NULL.
std::string code_in(const ZonesLayerFile& file, const ZoneFeature& feature, OGRFeatureH ogr, int field) {
    bool fraction = false;
    std::string code = field_text(ogr, field, fraction);
    if (fraction) {
        throw error(ErrorKind::input,
                    "{}, feature {}: the code {} in column \"{}\" is not an integer; codes are text or integers",
                    file.subject, feature.order, code, OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(ogr, field)));
    }
    return code;
}

std::string name_in(OGRFeatureH ogr, int field) {
    bool fraction = false;
    return field < 0 ? "" : field_text(ogr, field, fraction);
}

void read_identity(const ZonesLayerFile& file, ZoneFeature& feature, OGRFeatureH ogr) {
    Zone& zone = feature.zone;
    zone.code = file.code_field < 0 ? std::to_string(feature.order) : code_in(file, feature, ogr, file.code_field);
    zone.name = name_in(ogr, file.name_field);
    if (zone.name.empty() && file.code_stands_for_name) {
        zone.name = zone.code;
    }
    for (const LevelFields& level : file.levels) {
        feature.levels.push_back({level.code_field < 0 ? "" : code_in(file, feature, ogr, level.code_field),
                                  name_in(ogr, level.name_field)});
    }
}

// Reads the next feature, in order; no geometry and no feature at the layer's end.
Task next_task(const ZonesLayerFile& file, std::deque<ZoneFeature>& features) {
    const GdalMessages messages;
    const OgrFeature ogr(OGR_L_GetNextFeature(file.layer));
    if (!ogr && !messages.failed()) {
        return {};
    }
    ZoneFeature& feature = features.emplace_back();
    feature.order = features.size();
    Task task{&feature, nullptr};
    keep_problem(feature, [&] {
        if (messages.failed()) {
            throw error(ErrorKind::input, "{}, feature {}: cannot be read: {}", file.subject, feature.order,
                        messages.failure());
        }
        read_identity(file, feature, ogr.get());
        if (file.point) {
            feature.point = zone_point(ogr.get(), *file.point, subject_of(file, feature));
        }
        task.geometry.reset(OGR_F_StealGeometry(ogr.get()), OgrGeometryDeleter());
    });
    return task;
}

void repair(const ZonesLayerFile& file, const PolygonArea& area, RingScratch& scratch, ZoneFeature& feature) {
    Shape& shape = feature.zone.shape;
    if (rings_surely_valid(shape, scratch)) {
        return;
    }
    std::optional<Shape> repaired = repaired_if_invalid(shape);
    if (!repaired) {
        return;
    }
    if (repaired->empty()) {
        throw error(ErrorKind::input,
                    "{}: its polygon is invalid and nothing with an area is left after repair; draw it again",
                    subject_of(file, feature));
    }
    feature.repaired = true;
    feature.area_before_m2 = area.m2(shape);
    feature.area_after_m2 = area.m2(*repaired);
    feature.faults = polygon_faults(shape, *repaired);
    shape = std::move(*repaired);
}

void check(const ZonesLayerFile& file, const PolygonArea& area, RingScratch& scratch, const Task& task) {
    ZoneFeature& feature = *task.feature;
    keep_problem(feature, [&] {
        const GdalMessages silent;
        RawShape raw = shape_of(task.geometry.get(), subject_of(file, feature));
        feature.zone.shape = std::move(raw.shape);
        feature.low = raw.low;
        feature.high = raw.high;
        feature.closed_rings = raw.closed_rings;
        feature.other_parts = raw.other_parts;
        repair(file, area, scratch, feature);
    });
}

}  // namespace

std::deque<ZoneFeature> read_features(const ZonesLayerFile& file, const PolygonArea& area) {
    std::deque<ZoneFeature> features;  // grows without moving what the checks are working on
    tbb::enumerable_thread_specific<RingScratch> scratches;
    OGR_L_ResetReading(file.layer);
    const auto read = [&](tbb::flow_control& flow) {
        Task task = next_task(file, features);
        if (task.feature == nullptr || task.feature->problem) {
            flow.stop();
        }
        return task;
    };
    tbb::parallel_pipeline(features_in_flight,
                           tbb::make_filter<void, Task>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<Task, void>(tbb::filter_mode::parallel, [&](const Task& task) {
                                   check(file, area, scratches.local(), task);
                               }));
    for (const ZoneFeature& feature : features) {
        if (feature.problem) {
            std::rethrow_exception(feature.problem);
        }
    }
    if (features.empty()) {
        throw error(ErrorKind::input, "{} has no features", file.subject);
    }
    return features;
}

}  // namespace papar
