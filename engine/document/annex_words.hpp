// The words of the annexes in Bahasa Indonesia.
#pragma once

#include <string>
#include <string_view>

namespace papar {

// What an entry of a profile is: "Kerentanan sosial: kepadatan, bobot" for social.density.weight.
[[nodiscard]] std::string entry_title(std::string_view path);

// A choice of the method: "dominan" for dominant. A word it does not know stays.
[[nodiscard]] std::string choice_title(std::string_view choice);

// What an input file is for: "batas wilayah" for zones. A role it does not know stays.
[[nodiscard]] std::string role_title(std::string_view role);

}  // namespace papar
