// The names of the values of an integer column: an enum in the GeoPackage and in datapackage.json.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace papar {

struct ValueNames {
    std::string id;  // unique among those of one file
    std::vector<std::pair<std::int64_t, std::string>> names;
};

}  // namespace papar
