#include "engine/io/vector_hazard.hpp"

#include "engine/base/error.hpp"
#include "engine/io/point_buffers.hpp"
#include "engine/io/zones_file.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace papar {

namespace {

// Texts of the class column that the study does not name, with their features.
void refuse_unknown(const std::map<std::string, std::size_t>& unknown, const VectorHazardInput& input,
                    const std::string& id, const std::string& layer) {
    if (unknown.empty()) {
        return;
    }
    constexpr std::size_t named = 5;
    std::vector<std::string> texts;
    for (const auto& [text, features] : unknown) {
        if (texts.size() < named) {
            texts.push_back(fmt::format("{} in {} feature{}", text.empty() ? "no text" : "\"" + text + "\"", features,
                                        features == 1 ? "" : "s"));
        }
    }
    throw error(
        ErrorKind::input,
        "{}, layer \"{}\": column \"{}\" has {}{}, which classes of hazard \"{}\" does not name; name it there, "
        "as \"nihil\" if it is no hazard",
        input.layer.name, layer, input.layer.name_column, fmt::join(texts, ", "), unknown.size() > named ? ", ..." : "",
        id);
}

// The shapes of a layer of polygons whose names are the texts of the class column.
void classify(ZoneLayer&& layer, const VectorHazardInput& input, const std::string& id, VectorHazardRead& read) {
    std::map<std::string_view, std::optional<std::size_t>> class_of;
    for (const ClassOfText& entry : input.classes) {
        class_of[entry.text] = entry.class_index;
    }
    std::map<std::string, std::size_t> unknown;
    for (std::size_t i = 0; i < layer.zones.size(); ++i) {
        std::optional<std::size_t> class_index = 0;
        if (!input.classes.empty()) {
            const auto found = class_of.find(layer.zones[i].name);
            if (found == class_of.end()) {
                ++unknown[layer.zones[i].name];
                continue;
            }
            class_index = found->second;
        }
        if (!class_index) {
            ++read.counts.no_hazard;
            continue;
        }
        ++read.counts.by_class[*class_index];
        read.shapes.push_back(
            {*class_index, std::move(layer.reprojected.empty() ? layer.zones[i].shape : layer.reprojected[i])});
    }
    refuse_unknown(unknown, input, id, layer.name);
}

void read_polygons(const VectorHazardInput& input, const std::string& id, const std::string& grid_crs_wkt,
                   const Grid& grid, VectorHazardRead& read) {
    ZonesRead polygons = read_zones(input.layer, grid_crs_wkt, grid);
    read.files = std::move(polygons.files);
    read.findings = std::move(polygons.findings);
    read.counts.layer = polygons.layer.name;
    read.counts.crs_wkt = polygons.layer.crs_wkt;
    read.counts.features = polygons.layer.zones.size();
    classify(std::move(polygons.layer), input, id, read);
}

// Radii are rising and classes run from the outermost circle to the innermost.
void read_buffers(const VectorHazardInput& input, const std::string& grid_crs_wkt, const Grid& grid,
                  VectorHazardRead& read) {
    PointBuffers buffers = read_point_buffers(input.layer, input.radii_km, grid_crs_wkt, grid);
    read.files = std::move(buffers.files);
    read.findings = std::move(buffers.findings);
    read.counts.layer = buffers.layer;
    read.counts.crs_wkt = buffers.crs_wkt;
    read.counts.features = buffers.features;
    for (std::size_t radius = 0; radius < input.radii_km.size(); ++radius) {
        const std::size_t class_index = input.radii_km.size() - 1 - radius;
        read.counts.by_class[class_index] = buffers.circles[radius].size();
        for (Shape& circle : buffers.circles[radius]) {
            read.shapes.push_back({class_index, std::move(circle)});
        }
    }
}

bool before(const HazardShape& a, const HazardShape& b) {
    if (a.class_index != b.class_index) {
        return a.class_index < b.class_index;
    }
    return std::lexicographical_compare(
        a.shape.vertices.begin(), a.shape.vertices.end(), b.shape.vertices.begin(), b.shape.vertices.end(),
        [](const Vertex& v, const Vertex& w) { return v.x != w.x ? v.x < w.x : v.y < w.y; });
}

// Of one class and ring by ring the same.
bool same(const HazardShape& a, const HazardShape& b) {
    return a.class_index == b.class_index && a.shape.vertices == b.shape.vertices &&
           std::equal(a.shape.rings.begin(), a.shape.rings.end(), b.shape.rings.begin(), b.shape.rings.end(),
                      [](const Ring& r, const Ring& s) { return r.count == s.count && r.hole == s.hole; });
}

void order_and_drop_duplicates(const std::string& id, const std::string& file, VectorHazardRead& read) {
    std::vector<HazardShape>& shapes = read.shapes;
    std::erase_if(shapes, [](const HazardShape& shape) { return shape.shape.empty(); });
    std::stable_sort(shapes.begin(), shapes.end(), before);
    const auto last = std::unique(shapes.begin(), shapes.end(), same);
    read.counts.duplicates = static_cast<std::size_t>(shapes.end() - last);
    shapes.erase(last, shapes.end());
    if (read.counts.duplicates > 0) {
        read.findings.push_back({"hazard.duplicates",
                                 id,
                                 fmt::format("{}, layer \"{}\": {} of {} features repeat another one exactly; each "
                                             "place counts once.",
                                             file, read.counts.layer, read.counts.duplicates, read.counts.features),
                                 {{"features", static_cast<double>(read.counts.duplicates)}}});
    }
}

// What zones_file found is about a hazard here.
void rename_findings(const std::string& id, Findings& findings) {
    constexpr std::string_view zones = "zones";
    for (Finding& finding : findings) {
        if (finding.id.starts_with(zones)) {
            finding.id.replace(0, zones.size(), "hazard");
            finding.subject = id;
        }
    }
}

}  // namespace

VectorHazardRead read_vector_hazard(const VectorHazardInput& input, const std::string& id, std::size_t classes,
                                    const std::string& grid_crs_wkt, const Grid& grid) {
    VectorHazardRead read;
    read.counts.by_class.assign(classes, 0);
    if (input.buffers()) {
        read_buffers(input, grid_crs_wkt, grid, read);
    } else {
        read_polygons(input, id, grid_crs_wkt, grid, read);
    }
    rename_findings(id, read.findings);
    order_and_drop_duplicates(id, input.layer.name, read);
    return read;
}

}  // namespace papar
