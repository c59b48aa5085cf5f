#include "tools/papar/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <locale>

namespace papar {

namespace {

class Commas : public std::numpunct<char> {
protected:
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
};

// The locale of these messages alone; the process keeps the "C" locale.
const std::locale& english() {
    static const std::locale locale(std::locale::classic(), new Commas);  // the locale owns it
    return locale;
}

}  // namespace

std::string grouped(std::int64_t value) {
    return fmt::format(english(), "{:L}", value);
}

std::string grouped(double value, int decimals) {
    return fmt::format(english(), "{:.{}Lf}", value, decimals);
}

std::string counted(std::int64_t count, const std::string& noun) {
    return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const std::int64_t hours = whole / 3600;
    const std::int64_t minutes = whole / 60 % 60;
    return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60)
                     : fmt::format("{}:{:02}", minutes, whole % 60);
}

std::string bytes_text(double bytes) {
    constexpr std::array<const char*, 5> units = {"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return fmt::format("{:.{}f} {}", bytes, unit == 0 ? 0 : 1, units[unit]);
}

}  // namespace papar
