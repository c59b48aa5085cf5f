#include "engine/document/krb_report.hpp"

#include "engine/document/number_text.hpp"
#include "engine/output/class_colours.hpp"
#include "engine/risk/risk_result.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace papar {
namespace {

constexpr const char* dash = "-";  // as KRB matrices mark what has no value

[[nodiscard]] int decimals_of(double value, CellFormat format) {
    switch (format) {
        case CellFormat::hectares:
        case CellFormat::million:
            return 2;
        case CellFormat::amount:
            return is_whole(value) ? 0 : 2;
        case CellFormat::index:
            return 3;
        default:
            return 0;
    }
}

}  // namespace

std::string class_word(int single_class, Language language) {
    constexpr std::array<const char*, risk_classes> indonesian = {"RENDAH", "SEDANG", "TINGGI"};
    constexpr std::array<const char*, risk_classes> english = {"LOW", "MEDIUM", "HIGH"};
    const auto i = static_cast<std::size_t>(single_class) - 1;
    return language == Language::id ? indonesian.at(i) : english.at(i);
}

std::string class_colour(int single_class) {
    return class_colour(static_cast<std::size_t>(single_class) - 1, risk_classes);
}

bool is_class(CellFormat format) {
    return format == CellFormat::class_of || format == CellFormat::capacity;
}

int coloured_as(int single_class, CellFormat format) {
    return format == CellFormat::capacity ? static_cast<int>(risk_classes) + 1 - single_class : single_class;
}

bool is_whole(double value) {
    return value == std::floor(value);
}

std::string printed(const ReportCell& cell, CellFormat format, Language language) {
    if (std::holds_alternative<std::monostate>(cell)) return dash;
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const double value = std::get<double>(cell);
    if (is_class(format)) return class_word(static_cast<int>(value), language);
    return number_text(value, decimals_of(value, format), language);
}

}  // namespace papar
