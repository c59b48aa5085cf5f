// Numbers as a document of the language writes them.
#pragma once

#include "engine/output/output_settings.hpp"

#include <string>

namespace papar {

// With thousands and decimals apart: 1.234,50 in Bahasa Indonesia, 1,234.50 in English. `decimals` is 0 to 6. Halves
// are rounded away from zero, as spreadsheets show them, and decimally: 0.125 with two decimals is 0,13.
[[nodiscard]] std::string number_text(double value, int decimals, Language language);

// All its digits, 15 at most, without separators of thousands: 0,333. For numbers of a method.
[[nodiscard]] std::string plain_number_text(double value, Language language);

}  // namespace papar
