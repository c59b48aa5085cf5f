#include "engine/zones/place_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace papar {

namespace {

constexpr std::array<std::string_view, 10> kind_words{"kecamatan", "kec",       "kelurahan", "kel",      "desa",
                                                      "ds",        "kabupaten", "kab",       "provinsi", "prov"};
// Apostrophes, hyphens and spaces outside ASCII: ’ ‘ ʼ ` are one sign to whoever types a name.
constexpr std::array<std::string_view, 6> signs{"\u2019", "\u2018", "\u02BC", "\u2010", "\u2013", "\u00A0"};

bool sign(char c) {
    return c == ' ' || c == '\t' || c == '-' || c == '.' || c == '\'' || c == '`';
}

std::string lower(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    for (const std::string_view each : signs) {
        for (std::size_t at = text.find(each); at != std::string::npos; at = text.find(each)) {
            text[at] = ' ';
            text.erase(at + 1, each.size() - 1);
        }
    }
    return text;
}

}  // namespace

std::string plain_place_name(std::string_view name) {
    std::string text = lower(name);
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    for (const std::string_view kind : kind_words) {
        const bool word = text.starts_with(kind) && text.size() > kind.size() &&
                          (text[kind.size()] == ' ' || text[kind.size()] == '.');
        if (word && text.find_first_not_of(" .", kind.size()) != std::string::npos) {
            text.erase(0, kind.size());
            break;
        }
    }
    std::erase_if(text, sign);
    return text;
}

}  // namespace papar
