#include "engine/serve/json_parts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace papar {

namespace {

void skip_any(std::string_view& text, std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
}

// Takes what separates values.
void skip_space(std::string_view& text) {
    skip_any(text, " \t\r\n,:");
}

std::string_view take_string(std::string_view& text) {
    std::size_t end = 1;
    while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    const std::string_view value = text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    return value;
}

// Takes the value that the text begins with.
std::string_view take_value(std::string_view& text) {
    const std::string_view all = text;
    if (text.front() == '"') return take_string(text);
    if (text.front() != '{' && text.front() != '[') {
        const std::string_view value = text.substr(0, text.find_first_of(",]} \t\r\n"));
        text.remove_prefix(value.size());
        return value;
    }
    int depth = 0;
    do {
        if (text.front() == '"') {
            take_string(text);
            continue;
        }
        depth += text.front() == '{' || text.front() == '[' ? 1 : 0;
        depth -= text.front() == '}' || text.front() == ']' ? 1 : 0;
        text.remove_prefix(1);
    } while (depth > 0);
    return all.substr(0, all.size() - text.size());
}

// What is between the brackets, if they are these.
std::string_view inside(std::string_view text, char open) {
    skip_space(text);
    if (!text.starts_with(open)) return {};
    text = take_value(text);
    text.remove_prefix(1);
    text.remove_suffix(1);
    skip_space(text);
    return text;
}

}  // namespace

std::string string_value(std::string_view value) {
    return value.starts_with('"') ? nlohmann::json::parse(value).get<std::string>() : std::string();
}

void each_member(std::string_view object, const std::function<void(const std::string&, std::string_view)>& use) {
    for (std::string_view rest = inside(object, '{'); !rest.empty(); skip_space(rest)) {
        const std::string name = string_value(take_string(rest));
        skip_space(rest);
        use(name, take_value(rest));
    }
}

void each_element(std::string_view array, const std::function<void(std::string_view)>& use) {
    for (std::string_view rest = inside(array, '['); !rest.empty(); skip_space(rest)) use(take_value(rest));
}

}  // namespace papar
