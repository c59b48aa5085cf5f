#include "engine/document/text_width.hpp"

#include <algorithm>
#include <cmath>

namespace papar {
namespace {

constexpr std::string_view thin_letters = "ijlI .,:;'!|";
constexpr std::string_view narrow_letters = "cfrstzJ()-/";
constexpr std::string_view wide_letters = "mwMW@%&";

[[nodiscard]] bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

[[nodiscard]] double letter_width(char letter) {
    if (thin_letters.find(letter) != std::string_view::npos) return 0.5;
    if (narrow_letters.find(letter) != std::string_view::npos) return 0.8;
    if (wide_letters.find(letter) != std::string_view::npos) return 1.6;
    return letter >= 'A' && letter <= 'Z' ? 1.2 : 1;
}

// Calls `word` with every word and whether a line ends before it.
template <typename Word>
void for_each_word(std::string_view text, const Word& word) {
    bool new_line = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0) {
            word(text.substr(0, end), new_line);
            new_line = false;
        }
        if (end < text.size() && text[end] == '\n') new_line = true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Fills lines of a width, word by word.
class Lines {
public:
    explicit Lines(double width) : width_(width) {}

    void add(std::string_view word, bool new_line) {
        double needed = text_width(word);
        const bool fits = used_ == 0 || used_ + text_width(" ") + needed <= width_;
        if (new_line || !fits) {
            ++count_;
            used_ = 0;
        }
        if (used_ > 0) used_ += text_width(" ");
        const double full_lines = std::max(0.0, std::ceil(needed / width_) - 1);  // a word longer than a line is cut
        count_ += static_cast<std::size_t>(full_lines);
        used_ += needed - full_lines * width_;
    }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    double width_;
    double used_ = 0;
    std::size_t count_ = 1;
};

}  // namespace

double text_width(std::string_view text) {
    double width = 0;
    for (const char byte : text) {
        if (begins_character(byte)) width += letter_width(byte);
    }
    return width;
}

double longest_word(std::string_view text) {
    double longest = 0;
    for_each_word(text, [&](std::string_view word, bool) { longest = std::max(longest, text_width(word)); });
    return longest;
}

std::size_t wrapped_lines(std::string_view text, double width) {
    Lines lines(width);
    for_each_word(text, [&](std::string_view word, bool new_line) { lines.add(word, new_line); });
    return lines.count();
}

std::vector<std::string> text_pieces(std::string_view text, double width, std::size_t lines) {
    std::vector<std::string> pieces(1);
    Lines filled(width);
    for_each_word(text, [&](std::string_view word, bool new_line) {
        filled.add(word, new_line);
        if (filled.count() > lines && !pieces.back().empty()) {
            pieces.emplace_back();
            filled = Lines(width);
            filled.add(word, false);
        }
        if (!pieces.back().empty()) pieces.back() += new_line ? '\n' : ' ';
        pieces.back() += word;
    });
    return pieces;
}

std::size_t utf16_length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character)) +
           static_cast<std::size_t>(
               std::ranges::count_if(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }));
}

std::string shortened(const std::string& text, std::size_t characters) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (begins_character(text[i]) && seen++ == characters) return text.substr(0, i) + "…";
    }
    return text;
}

}  // namespace papar
