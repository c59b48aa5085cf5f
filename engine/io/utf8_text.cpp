#include "engine/io/utf8_text.hpp"

#include <cstdint>

namespace papar {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

std::uint32_t byte_at(std::string_view bytes, std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}

// Length of the character at `i`; 0 where there is none.
std::size_t length_at(std::string_view bytes, std::size_t i) {
    const std::uint32_t lead = byte_at(bytes, i);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte_at(bytes, i + k) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const std::uint32_t second = byte_at(bytes, i + 1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool beyond = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
    return overlong || beyond ? 0 : length;
}

}  // namespace

std::optional<std::size_t> first_not_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = length_at(bytes, i);
        if (length == 0) {
            return i;
        }
        i += length;
    }
    return std::nullopt;
}

std::string utf8_of_latin1(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0U | (byte >> 6U));
            text += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return text;
}

std::string without_blanks(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && blank(text.front())) {
            text.remove_prefix(1);
        }
        while (!text.empty() && blank(text.back())) {
            text.remove_suffix(1);
        }
        if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
            again = true;
        }
        if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
            again = true;
        }
    }
    return std::string(text);
}

}  // namespace papar
