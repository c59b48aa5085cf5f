// How much room text takes in a worksheet: widths in digits of the sheet's font, as Excel counts column widths.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// An estimate on the wide side, from the letters of Calibri: "i" is half a digit, "s" 0.8, "m" 1.6, other capitals
// 1.2, and everything else 1.
[[nodiscard]] double text_width(std::string_view text);
[[nodiscard]] double longest_word(std::string_view text);

// Lines of the text, broken between words, in a cell of that width, which is more than 0; at least one.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, double width);

// The text in pieces of at most `lines` lines, cut between words: a row of a worksheet is at most 409 points high.
[[nodiscard]] std::vector<std::string> text_pieces(std::string_view text, double width, std::size_t lines);

// Characters as Excel counts them: UTF-16 units of UTF-8 text.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

// The first characters of UTF-8 text, with "…" where that is not all.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t characters);

}  // namespace papar
