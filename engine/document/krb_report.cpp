#include "engine/document/krb_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {

namespace {

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

// "1234.50" with a mark between thousands and the language's decimal mark.
[[nodiscard]] std::string with_marks(const std::string& plain, Language language) {
    const char thousands = language == Language::id ? '.' : ',';
    const char decimal = language == Language::id ? ',' : '.';
    const std::size_t point = std::min(plain.find('.'), plain.size());
    const std::size_t first = plain.front() == '-' ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > first && i < point && (point - i) % 3 == 0) text += thousands;
        text += i == point ? decimal : plain[i];
    }
    return text;
}

}  // namespace

std::string class_word(int single_class, Language language) {
    constexpr const char* indonesian[] = {"RENDAH", "SEDANG", "TINGGI"};
    constexpr const char* english[] = {"LOW", "MEDIUM", "HIGH"};
    return (language == Language::id ? indonesian : english)[single_class - 1];
}

std::string class_colour(int single_class) {
    constexpr const char* colours[] = {"#5aae61", "#fee08b", "#d73027"};
    return colours[single_class - 1];
}

std::string printed(const ReportCell& cell, CellFormat format, Language language) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const auto* number = std::get_if<double>(&cell);
    if (number == nullptr) return "–";
    if (format == CellFormat::class_of) return class_word(static_cast<int>(*number), language);
    return with_marks(fmt::format("{:.{}f}", *number, decimals_of(format)), language);
}

}  // namespace papar
