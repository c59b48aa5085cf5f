#include "engine/document/number_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

namespace papar {
namespace {

// Figures are rounded to 1e-6 before they are printed, so that their millionths are whole numbers.
constexpr int kept_decimals = 6;

// A separator before every three digits but the first.
[[nodiscard]] std::string grouped(const std::string& digits, char separator) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

}  // namespace

std::string number_text(double value, int decimals, Language language) {
    __int128 unit = 1;  // one in the last place, in millionths
    for (int i = decimals; i < kept_decimals; ++i) unit *= 10;
    __int128 parts_per_one = 1;
    for (int i = 0; i < decimals; ++i) parts_per_one *= 10;

    const auto millionths = static_cast<__int128>(std::nearbyint(std::abs(value) * 1e6));
    const __int128 parts = (millionths + unit / 2) / unit;
    std::string text = grouped(fmt::format("{}", parts / parts_per_one), language == Language::id ? '.' : ',');
    if (decimals > 0) {
        text += language == Language::id ? ',' : '.';
        text += fmt::format("{:0{}}", parts % parts_per_one, decimals);
    }
    return value < 0 && parts > 0 ? "-" + text : text;
}

std::string plain_number_text(double value, Language language) {
    std::string text = fmt::format("{:.15g}", value);
    if (language == Language::id) {
        for (char& c : text) c = c == '.' ? ',' : c;
    }
    return text;
}

}  // namespace papar
