// What stops a run: one exception type, with the kind that decides the exit code.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace papar {

// The kinds follow the table of exit codes in docs/architecture.md.
enum class ErrorKind {
    failed,       // exit 1: something went wrong that is nobody's input
    usage,        // exit 2: the command line or the study file is wrong
    input,        // exit 3: an input is unfit
    output,       // exit 4: the output could not be written
    temporary,    // exit 75: worth a retry
    interrupted,  // exit 130: stopped by the user
};

class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& sentence) : std::runtime_error(sentence), kind_(kind) {}
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

private:
    ErrorKind kind_;
};

// Builds an error from a format string, so that a good sentence costs one line:
//     throw error(ErrorKind::input, "{}: band {} does not exist; the file has {}", file, band, bands);
// The sentence says what is wrong, where, and what to do.
template <typename... Args>
[[nodiscard]] Error error(ErrorKind kind, fmt::format_string<Args...> format, Args&&... args) {
    return {kind, fmt::format(format, std::forward<Args>(args)...)};
}

}  // namespace papar
