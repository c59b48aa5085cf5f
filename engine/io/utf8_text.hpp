// Text in UTF-8: whether bytes are it, and how other bytes become it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace papar {

// Position of the first byte that no UTF-8 text has there (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] std::optional<std::size_t> first_not_utf8(std::string_view bytes);

// ISO 8859-1: each byte is the character of that number.
[[nodiscard]] std::string utf8_of_latin1(std::string_view bytes);

// Without blanks, tabs, line ends and no-break spaces round it.
[[nodiscard]] std::string without_blanks(std::string_view text);

}  // namespace papar
