#include "engine/document/report_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace papar {
namespace {

[[nodiscard]] bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The longest beginning of UTF-8 text that takes at most `units` in UTF-16, without the blanks at its end; whole words
// where there is more than one.
[[nodiscard]] std::string cut(const std::string& text, std::size_t units) {
    std::size_t end = 0;
    while (end < text.size()) {
        const auto lead = static_cast<unsigned char>(text[end]);
        const std::size_t bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const std::size_t width = bytes == 4 ? 2 : 1;
        if (width > units) break;
        units -= width;
        end += bytes;
    }
    std::string result = text.substr(0, end);
    const std::size_t blank = result.rfind(' ');
    if (end < text.size() && text[end] != ' ' && blank != std::string::npos) result.resize(blank);
    while (result.ends_with(' ') || result.ends_with('\'')) result.pop_back();
    return result;
}

[[nodiscard]] std::size_t utf16_units(const std::string& text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
}

[[nodiscard]] std::string allowed(std::string text) {
    for (char& c : text) {
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ') {
            c = ' ';
        }
    }
    text.erase(0, text.find_first_not_of(" '"));
    return text;
}

}  // namespace

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), to_lower);
    return text;
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(), to_upper);
    return text;
}

std::string inside_sentence(std::string title) {
    if (title.size() > 1 && is_upper(title[0]) && !is_upper(title[1])) title[0] = to_lower(title[0]);
    return title;
}

std::string hazard_phrase(const std::string& title, Language language) {
    const std::string name = inside_sentence(title);
    if (language == Language::id) return name.starts_with("bahaya ") ? name : "bahaya " + name;
    return name.ends_with(" hazard") ? name : name + " hazard";
}

std::string named(const std::string& what, const std::string& name) {
    static constexpr std::array<std::pair<const char*, const char*>, 4> short_forms = {
        {{"kecamatan", "kec."}, {"kelurahan", "kel."}, {"kabupaten", "kab."}, {"desa/kelurahan", "desa "}}};
    const std::string lower_name = lower_case(name);
    const std::string lower_what = lower_case(what);
    const auto says_so = [&](const auto& form) {
        return lower_what == form.first && lower_name.starts_with(form.second);
    };
    const bool said = lower_name.starts_with(lower_what + " ") || std::ranges::any_of(short_forms, says_so) ||
                      (lower_what == "desa/kelurahan" && lower_name.starts_with("kelurahan "));
    return said || what.empty() ? name : what + " " + name;
}

std::string joined(const std::vector<std::string>& parts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        if (i > 0 && !last) text += ", ";
        if (i > 0 && last) text += language == Language::en ? " and " : parts.size() > 2 ? ", dan " : " dan ";
        text += parts[i];
    }
    return text;
}

std::string SheetNames::take(const std::string& what, const std::string& subject) {
    constexpr std::size_t longest = 31;
    for (int number = 1;; ++number) {
        const std::string ending = number == 1 ? "" : fmt::format(" {}", number);
        const std::string start = subject.empty() ? "" : what + " ";
        const std::string& rest = subject.empty() ? what : subject;
        const std::string name =
            cut(allowed(start + cut(allowed(rest), longest - utf16_units(start) - ending.size())), longest) + ending;
        if (taken_.insert(lower_case(name)).second) return name;
    }
}

}  // namespace papar
