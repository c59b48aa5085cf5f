#include "engine/document/krb_report.hpp"

#include "engine/document/number_text.hpp"
#include "engine/output/class_colours.hpp"
#include "engine/risk/risk_result.hpp"

#include <array>
#include <cstddef>

namespace papar {
namespace {

constexpr const char* dash = "-";  // as KRB matrices mark what has no value

[[nodiscard]] int decimals_of(CellFormat format) {
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

std::string printed(const ReportCell& cell, CellFormat format, Language language) {
    if (std::holds_alternative<std::monostate>(cell)) return dash;
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const double value = std::get<double>(cell);
    if (format == CellFormat::class_of) return class_word(static_cast<int>(value), language);
    return number_text(value, decimals_of(format), language);
}

}  // namespace papar
