// What the value of a profile's entry looks like.
#pragma once

#include "engine/risk/profile_settings.hpp"

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace papar {

enum class EntryShape {
    flag,          // 0 or 1
    share,         // 0 to 1
    positive,      // above 0
    index_breaks,  // two, between 0 and 1, rising
    limits,        // two, 0 or more, rising
    scores,        // three, 0 to 1, never falling
    factors,       // three, 0 to 1
    damage,        // three, 0 to 1, together at most 1
    prices,        // three, 0 or more
    five_classes,  // 1 to 3, never falling
    nine_classes,  // 1 to 3: three rows of three
    basis,         // a word, as are those below
    risk_form,
    rollup,
};

// "two numbers, 0 or more, rising"; "one of hectare, zone".
[[nodiscard]] std::string wanted(EntryShape shape);

// The value of entry `path`; `place` is where it stands. Throws an Error of kind `usage` where it has another shape or
// a number outside its range.
[[nodiscard]] decltype(ProfileEntry::value) read_profile_value(const std::string& path, EntryShape shape,
                                                               const toml::node& node, const std::string& place);

}  // namespace papar
