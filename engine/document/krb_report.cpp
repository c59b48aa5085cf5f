#include "engine/document/krb_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace papar {
namespace {

[[nodiscard]] int decimals(CellFormat format) {
    switch (format) {
        case CellFormat::hectares:
        case CellFormat::million:
        case CellFormat::amount:
            return 2;
        case CellFormat::index:
            return 3;
        default:
            return 0;
    }
}

// "-1234567.50" with a mark between thousands and its own decimal mark.
[[nodiscard]] std::string grouped(const std::string& plain, char thousands, char decimal) {
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > first && i < point && (point - i) % 3 == 0) text += thousands;
        text += i == point ? decimal : plain[i];
    }
    return text;
}

}  // namespace

std::string class_word(int single_class, Language language) {
    constexpr std::array<const char*, 3> indonesian = {"RENDAH", "SEDANG", "TINGGI"};
    constexpr std::array<const char*, 3> english = {"LOW", "MEDIUM", "HIGH"};
    const auto i = static_cast<std::size_t>(single_class) - 1;
    return language == Language::id ? indonesian.at(i) : english.at(i);
}

std::string class_colour(int single_class) {
    constexpr std::array<const char*, 3> colours = {"#5aae61", "#fee08b", "#d73027"};  // as on the maps
    return colours.at(static_cast<std::size_t>(single_class) - 1);
}

std::string printed(const ReportCell& cell, CellFormat format, Language language) {
    if (std::holds_alternative<std::monostate>(cell)) return "-";
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const double value = std::get<double>(cell);
    if (format == CellFormat::class_of) return class_word(static_cast<int>(value), language);
    const bool indonesian = language == Language::id;
    return grouped(fmt::format("{:.{}f}", value, decimals(format)), indonesian ? '.' : ',', indonesian ? ',' : '.');
}

}  // namespace papar
