#include "engine/serve/header_values.hpp"

#include "engine/tiles/content_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <limits>

namespace papar {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Takes what stands before the first separator from the text.
std::string_view take_until(std::string_view& text, char separator) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    return trimmed(part);
}

// Digits only; what is beyond 64 bits is the largest number.
std::optional<std::uint64_t> position(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
    if (problem == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
    return problem == std::errc{} ? std::optional(number) : std::nullopt;
}

// "q=0", "q=0.000"
bool is_zero_weight(std::string_view parameter) {
    return (parameter.starts_with("q=0") || parameter.starts_with("Q=0")) &&
           parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

bool same_word(std::string_view text, std::string_view lower) {
    return std::ranges::equal(text, lower, {}, [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
}

}  // namespace

bool accepts_gzip(std::optional<std::string_view> accept_encoding) {
    std::optional<bool> gzip;
    std::optional<bool> any;
    for (std::string_view list = accept_encoding.value_or(""); !list.empty();) {
        std::string_view entry = take_until(list, ',');
        const std::string_view coding = take_until(entry, ';');
        const bool wanted = !is_zero_weight(trimmed(entry));
        if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) gzip = wanted;
        if (coding == "*") any = wanted;
    }
    return gzip.value_or(any.value_or(false));
}

bool names_tag(std::string_view list, std::string_view tag, TagComparison comparison) {
    if (trimmed(list) == "*") return true;
    while (!list.empty()) {
        std::string_view named = take_until(list, ',');
        if (named.starts_with("W/")) {
            if (comparison == TagComparison::strong) continue;
            named.remove_prefix(2);
        }
        if (named == tag) return true;
    }
    return false;
}

std::string entity_tag(std::span<const std::byte> bytes, std::string_view done) {
    // content_hash takes whole words of 8 bytes: the rest by itself, filled up, with the size beside it.
    const std::size_t whole = bytes.size() / 8 * 8;
    std::array<std::byte, 16> rest{};
    if (whole < bytes.size()) std::memcpy(rest.data(), bytes.data() + whole, bytes.size() - whole);
    const std::uint64_t size = bytes.size();
    std::memcpy(rest.data() + 8, &size, sizeof size);
    const ContentHash head = content_hash(bytes.first(whole));
    const ContentHash tail = content_hash(rest);
    return fmt::format("\"{:016x}{:016x}{}\"", head.a ^ tail.a, head.b + tail.b, done);
}

std::optional<ByteRange> byte_range(std::string_view range, std::uint64_t file_bytes) {
    constexpr std::string_view unit = "bytes=";
    if (!same_word(range.substr(0, unit.size()), unit)) return std::nullopt;
    const std::string_view numbers = trimmed(range.substr(unit.size()));
    const std::size_t dash = numbers.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = position(numbers.substr(0, dash));
    const auto last = position(numbers.substr(dash + 1));
    if (dash == 0) {  // the last so many
        if (!last) return std::nullopt;
        const std::uint64_t bytes = std::min(*last, file_bytes);
        return ByteRange{file_bytes - bytes, bytes};
    }
    const bool open = dash + 1 == numbers.size();
    if (!first || (!open && (!last || *last < *first))) return std::nullopt;
    if (*first >= file_bytes) return ByteRange{};
    return ByteRange{*first, open ? file_bytes - *first : std::min(*last, file_bytes - 1) - *first + 1};
}

}  // namespace papar
