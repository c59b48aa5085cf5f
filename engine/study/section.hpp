// One table of the study file: typed access to its keys. Every error is an Error of kind `usage` that begins
// with the place ("study.toml:12:8", "--set zones.layer" for a value from the command line, or
// "run.json: study.settings.zones.layer" for one of a run record).
#pragma once

#include "engine/base/error.hpp"
#include "engine/study/words.hpp"

#include <toml++/toml.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace papar {

// The place of a node or key. `file` is the study file as the user gave it.
[[nodiscard]] std::string place_of(const toml::source_region& region, const std::string& file);

// What a value is, for sentences: "a string", "a list".
[[nodiscard]] std::string_view type_name(toml::node_type type);

class Section {
public:
    // `label` names the section in sentences: `[zones]`, `hazard "banjir"`. Throws if the table has a key that is
    // not among `keys`. `table` must outlive the section.
    Section(std::string file, const toml::table& table, std::string label, std::span<const std::string> keys);

    // A table within this one.
    [[nodiscard]] Section inner(const toml::table& table, std::string label, std::span<const std::string> keys) const {
        return {file_, table, std::move(label), keys};
    }

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& label() const { return label_; }
    [[nodiscard]] const toml::node* find(std::string_view key) const { return table_.get(key); }

    // Place of the key's value; of the section where the key is absent.
    [[nodiscard]] std::string place(std::string_view key) const;
    [[nodiscard]] Error missing(std::string_view key) const;
    // "<place>: <section> <key> <what is wrong>".
    template <typename... Args>
    [[nodiscard]] Error wrong(std::string_view key, fmt::format_string<Args...> format, Args&&... args) const {
        return wrong_sentence(key, fmt::format(format, std::forward<Args>(args)...));
    }

    // Without a fallback the key is required. A text is one line, and not empty unless that is its fallback.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, std::string fallback) const;
    // A text of `allowed` characters.
    [[nodiscard]] std::string identifier(std::string_view key, std::string_view allowed) const;
    [[nodiscard]] int integer(std::string_view key, int fallback, int lowest, int highest) const;
    [[nodiscard]] double number(std::string_view key, double fallback) const;  // finite
    [[nodiscard]] bool truth(std::string_view key, bool fallback) const;

    // Required lists, rising and finite.
    [[nodiscard]] std::vector<double> rising_numbers(std::string_view key, double least_step) const;
    // In any order: a required list, and one that may be absent.
    [[nodiscard]] std::vector<double> integers(std::string_view key) const;
    [[nodiscard]] std::vector<double> optional_numbers(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    // A required table of texts, in the order of the file.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> text_pairs(std::string_view key) const;

    // The table under `key`, as a section of its own.
    [[nodiscard]] Section inside(std::string_view key, std::string label, std::span<const std::string> keys) const;
    // The tables [[<label>]] under `key`, each as a section of its own; none where the key is absent.
    [[nodiscard]] std::vector<Section> list_of_sections(std::string_view key, const std::string& label,
                                                        std::span<const std::string> keys) const;

    // One of a few words.
    template <typename Value, std::size_t N>
    [[nodiscard]] Value choice(std::string_view key, const Words<Value, N>& words) const {
        return words[choice_index(key, text(key), spellings(words))].value;
    }
    template <typename Value, std::size_t N>
    [[nodiscard]] Value choice(std::string_view key, const Words<Value, N>& words, Value fallback) const {
        return find(key) != nullptr ? choice(key, words) : fallback;
    }

private:
    [[nodiscard]] Error wrong_sentence(std::string_view key, const std::string& sentence) const;
    [[nodiscard]] Error wrong_type(std::string_view key, const toml::node& found, std::string_view wanted) const;
    [[nodiscard]] const toml::array& list(std::string_view key, std::string_view wanted) const;
    [[nodiscard]] std::string checked_text(std::string_view key, const toml::node& node) const;
    void require_rising(std::string_view key, const std::vector<double>& values, double least_step) const;
    [[nodiscard]] std::size_t choice_index(std::string_view key, const std::string& word,
                                           std::span<const std::string> spellings) const;

    std::string file_;
    const toml::table& table_;
    std::string label_;
};

}  // namespace papar
