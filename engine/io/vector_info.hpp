// What a vector file holds, for `papar info`: nothing is judged.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct VectorField {
    std::string name;
    std::string type;  // OGR's word: "String", "Integer", "Real" ...
};

struct VectorLayerInfo {
    std::string name;
    std::string geometry;  // OGR's word: "Multi Polygon", "None" ...
    std::int64_t features = 0;
    std::vector<VectorField> fields;
    std::string crs;  // as crs_label
};

// Same drivers as for zones. Throws Error(input) when the file cannot be opened.
[[nodiscard]] std::vector<VectorLayerInfo> vector_layers(const std::filesystem::path& path, const std::string& name);

}  // namespace papar
