// What findings are called in Bahasa Indonesia.
#pragma once

#include <string_view>

namespace papar {

// The rest of a sentence that begins with what the finding is about and a colon; {name} stands for its number of that
// name, {names} for what it lists; the id of words with {names} ends with ".names". Empty: there are no words for this
// id.
[[nodiscard]] std::string_view finding_words(std::string_view id);

// A part of the method that may be left out: "physical" is "kerentanan dan kerugian fisik". Empty: no such part.
[[nodiscard]] std::string_view part_words(std::string_view id);

}  // namespace papar
