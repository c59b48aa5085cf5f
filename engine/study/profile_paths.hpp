// The entries that a profile can have: their paths and what may stand there. docs/profiles.md explains them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

enum class EntryShape {
    share,            // one number, 0 to 1
    yes_no,           // 0 or 1
    positive,         // one number above 0
    index_breaks,     // two rising numbers between 0 and 1
    limits,           // two rising numbers, not below 0
    scores,           // three rising numbers, 0 to 1
    loss,             // three shares that do not fall
    damage,           // three shares that add up to at most 1
    prices,           // three numbers, not below 0, that do not fall
    classes_of_five,  // five classes 1 to 3 that do not fall
    matrix,           // nine classes 1 to 3, row by row
    basis,            // "hectare", "zone"
    form,             // "cube_root", "matrix"
    roll_up,          // "dominant", "max", "mean_index"
};

// The shape of an entry, or why there is none at that path (an end for a sentence, with the nearest path there is).
struct KnownEntry {
    bool known = false;
    EntryShape shape = EntryShape::share;
    std::string why_not;
};
[[nodiscard]] KnownEntry find_entry(std::string_view path);

// What a value of a shape must be, for sentences: "two rising numbers between 0 and 1".
[[nodiscard]] std::string_view wanted(EntryShape shape);

// Whether the numbers, or the word, are of that shape.
[[nodiscard]] bool fits(EntryShape shape, std::span<const double> numbers);
[[nodiscard]] bool fits(EntryShape shape, std::string_view word);
[[nodiscard]] bool is_choice(EntryShape shape);

// Entries that are the weights of one sum, by its name: "social" has social.density.weight and others.
struct WeightSum {
    std::string name;
    std::vector<std::string> paths;
    // Of components: those whose `applies` is 0 do not count; parallel to the paths, otherwise empty.
    std::vector<std::string> applies;
};
[[nodiscard]] std::vector<WeightSum> weight_sums();

[[nodiscard]] std::span<const std::string> cover_types();
[[nodiscard]] std::span<const std::string> group_parameters();
// "physical.public" and the others that exposure layers feed with rupiah.
[[nodiscard]] std::span<const std::string> value_parameters();

}  // namespace papar
