// Parts of a JSON text where they stand, without a tree of it: a result of a whole country has some ten megabytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace papar {

// Precondition of all: the text is one whole, valid JSON value, as nlohmann::json::accept finds.

// Calls for each member of an object with its name and the text of its value; for nothing else.
void each_member(std::string_view object, const std::function<void(const std::string&, std::string_view)>& use);
// Calls for each element of an array with its text; for nothing else.
void each_element(std::string_view array, const std::function<void(std::string_view)>& use);
// The value of a string; empty for any other value.
[[nodiscard]] std::string string_value(std::string_view value);

}  // namespace papar
