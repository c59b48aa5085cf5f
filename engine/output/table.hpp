// A table before it is a layer of the GeoPackage or a CSV file: its columns are defined once, with what a
// reader must know of them and how to get their values, and every writer draws on that.
#pragma once

#include "engine/output/value_names.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace papar {

// No value at all means unknown: NULL in the GeoPackage, an empty field in CSV. Unknown is never written as 0.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class ColumnType { text, integer, real };

struct Column {
    std::string name;  // [a-z0-9_]+, the same in every language
    ColumnType type = ColumnType::text;
    std::string unit;         // "jiwa", "ha"; empty where the column has none
    std::string title;        // in the output's language
    std::string description;  // in the output's language
    std::function<Value(std::size_t row)> value;
    std::shared_ptr<const ValueNames> values = nullptr;  // of an integer column of classes
};

// The functions refer to the result the table was made from and may not outlive it.
struct Table {
    std::string name;
    std::string title;
    std::string description;
    std::vector<Column> columns;
    std::vector<std::string> key;  // columns that together name a row; empty where rows have no name
    std::size_t rows = 0;
};

}  // namespace papar
