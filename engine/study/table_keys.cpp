#include "engine/study/table_keys.hpp"

#include <vector>

namespace papar {

std::span<const std::string> table_keys() {
    static const std::vector<std::string> keys{"file", "layer", "delimiter", "encoding", "numbers"};
    return keys;
}

TableInput read_table_keys(const Section& section, const std::filesystem::path& folder) {
    TableInput table;
    table.name = section.text("file");
    table.path = folder / table.name;
    table.where = section.place("file");
    const ColumnInput layer = read_column(section, "layer");
    table.layer = layer.name;
    table.where_layer = layer.where;
    table.delimiter = section.choice("delimiter", delimiter_words, '\0');
    table.encoding = section.choice("encoding", text_encoding_words, TextEncoding::utf8);
    if (section.find("numbers") != nullptr) {
        table.numbers = section.choice("numbers", number_style_words);
    }
    return table;
}

ColumnInput read_column(const Section& section, std::string_view key) {
    return section.find(key) == nullptr ? ColumnInput{} : read_required_column(section, key);
}

ColumnInput read_required_column(const Section& section, std::string_view key) {
    return {section.text(key), section.place(key)};
}

std::optional<Section> inner_section(const Section& section, std::string_view key, std::span<const std::string> keys) {
    const toml::node* node = section.find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!node->is_table()) {
        throw section.wrong(key, "must be a table, {} = {{ ... }}; found {}", key, type_name(node->type()));
    }
    return section.inner(*node->as_table(), fmt::format("{} {}", section.label(), key), keys);
}

}  // namespace papar
