#include "engine/study/class_codes.hpp"

#include <charconv>

namespace papar {

namespace {

std::int64_t class_code(const Section& section, std::string_view key, std::string_view text, std::string_view example) {
    std::int64_t code = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), code);
    if (problem != std::errc() || end != text.data() + text.size()) {
        throw section.wrong(key, "has the class \"{}\"; classes are whole numbers: {}", text, example);
    }
    return code;
}

}  // namespace

std::vector<std::pair<std::int64_t, const toml::node*>> class_codes(const Section& section, std::string_view key,
                                                                    std::string_view example) {
    std::vector<std::pair<std::int64_t, const toml::node*>> codes;
    const toml::node* node = section.find(key);
    if (node == nullptr) {
        return codes;
    }
    if (!node->is_table()) {
        throw section.wrong(key, "must be a table of classes: {}", example);
    }
    for (const auto& [name, value] : *node->as_table()) {
        codes.emplace_back(class_code(section, key, name.str(), example), &value);
    }
    return codes;
}

}  // namespace papar
