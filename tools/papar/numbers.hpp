// Numbers as program messages print them: English, with thousands commas.
#pragma once

#include <cstdint>
#include <string>

namespace papar {

[[nodiscard]] std::string grouped(std::int64_t value);
[[nodiscard]] std::string grouped(double value, int decimals);

// "3 findings", "1 finding".
[[nodiscard]] std::string counted(std::int64_t count, const std::string& noun);

// "0:07", "12:30", "1:02:03".
[[nodiscard]] std::string duration(double seconds);

// "512 B", "3.4 MB", in powers of 1000.
[[nodiscard]] std::string bytes_text(double bytes);

}  // namespace papar
