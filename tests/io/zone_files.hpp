// Small zone files for tests, and what they are expected to be refused with.
#pragma once

#include "engine/base/error.hpp"
#include "engine/io/ogr_handles.hpp"
#include "engine/io/zones_file.hpp"

#include "tests/support/scratch_folder.hpp"
#include <cpl_string.h>
#include <gtest/gtest.h>
#include <ogr_srs_api.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace papar::test {

// In a folder of this process: tests that run side by side use the same names.
inline std::filesystem::path temp_file(const std::string& name) {
    static const ScratchFolder folder;
    const std::filesystem::path path = folder / name;
    std::filesystem::remove(path);
    return path;
}

// A GeoJSON file of features given as {properties, geometry}, both JSON.
inline ZonesInput geojson(const std::string& name, const std::vector<std::pair<std::string, std::string>>& features) {
    const std::filesystem::path path = temp_file(name);
    std::ofstream file(path);
    file << R"({"type": "FeatureCollection", "features": [)";
    const char* separator = "";
    for (const auto& [properties, geometry] : features) {
        file << separator << R"({"type": "Feature", "properties": )" << properties << R"(, "geometry": )" << geometry
             << "}";
        separator = ",\n";
    }
    file << "]}";
    ZonesInput input;
    input.name = name;
    input.path = path;
    return input;
}

inline std::string polygon(const std::string& rings) {
    return R"({"type": "Polygon", "coordinates": [)" + rings + "]}";
}

// A unit square with its lower left corner at (x, 0).
inline std::string square(int x) {
    return polygon(fmt::format("[[{0},0],[{1},0],[{1},1],[{0},1],[{0},0]]", x, x + 1));
}

struct Column {
    std::string name;
    OGRFieldType type;
};

// A layer of any driver, from WKT geometries (empty: NULL) and one text per column (empty: NULL).
struct Row {
    std::string wkt;
    std::vector<std::string> values;
};

inline void add_layer(GDALDatasetH dataset, const std::string& name, int epsg, OGRwkbGeometryType type,
                      const std::vector<Column>& columns, const std::vector<Row>& rows) {
    OGRSpatialReferenceH crs = epsg == 0 ? nullptr : OSRNewSpatialReference(nullptr);
    if (crs != nullptr) {
        OSRImportFromEPSG(crs, epsg);
        OSRSetAxisMappingStrategy(crs, OAMS_TRADITIONAL_GIS_ORDER);
    }
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, name.c_str(), crs, type, nullptr);
    for (const Column& column : columns) {
        OGRFieldDefnH field = OGR_Fld_Create(column.name.c_str(), column.type);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
    }
    for (const Row& row : rows) {
        const OgrFeature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (!row.values[i].empty()) {
                OGR_F_SetFieldString(feature.get(), static_cast<int>(i), row.values[i].c_str());
            }
        }
        if (!row.wkt.empty()) {
            std::string text = row.wkt;
            char* begin = text.data();
            OGRGeometryH geometry = nullptr;
            OGR_G_CreateFromWkt(&begin, nullptr, &geometry);
            OGR_F_SetGeometryDirectly(feature.get(), geometry);
        }
        EXPECT_EQ(OGR_L_CreateFeature(layer, feature.get()), OGRERR_NONE);
    }
    if (crs != nullptr) {
        OSRRelease(crs);
    }
}

inline OgrDataset create_file(const std::filesystem::path& path, const char* driver) {
    GDALAllRegister();
    return OgrDataset(GDALCreate(GDALGetDriverByName(driver), path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
}

inline ZonesInput vector_file(const std::string& name, const char* driver, int epsg, OGRwkbGeometryType type,
                              const std::vector<Column>& columns, const std::vector<Row>& rows) {
    ZonesInput input;
    input.name = name;
    input.path = temp_file(name);
    const OgrDataset dataset = create_file(input.path, driver);
    add_layer(dataset.get(), input.path.stem(), epsg, type, columns, rows);
    return input;
}

// Shells less holes.
inline double square_degrees(const Shape& shape) {
    double twice = 0;
    for (const Ring& ring : shape.rings) {
        double part = 0;
        const Vertex& origin = shape.vertices[ring.first];
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            const Vertex& a = shape.vertices[i];
            const Vertex& b = shape.vertices[i + 1];
            part += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
        }
        twice += ring.hole ? -std::abs(part) : std::abs(part);
    }
    return twice / 2;
}

inline ZonesRead read_degrees(const ZonesInput& input) {
    return read_zones(input, "EPSG:4326", Grid{-180, 90, 0.01, 0.01, 36000, 18000});
}

// The sentence of the error that reading ends in; a failed expectation when its kind is another.
inline std::string refusal(const ZonesInput& input, ErrorKind kind) {
    try {
        (void)read_degrees(input);
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), kind) << problem.what();
        return problem.what();
    }
    ADD_FAILURE() << input.name << " was read without an error";
    return {};
}

}  // namespace papar::test
