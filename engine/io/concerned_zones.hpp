// The zones a finding is about: how many, and the names of the first few.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace papar {

class ConcernedZones {
public:
    // `all`: how many there are in the layer. `what` is their word in the plural.
    explicit ConcernedZones(std::size_t all, std::string what = "zones") : all_(all), what_(std::move(what)) {}

    void add(const std::string& name) {
        constexpr std::size_t named = 5;
        ++count_;
        if (count_ <= named) {
            names_ += (count_ > 1 ? ", " : "") + name;
        } else if (count_ == named + 1) {
            names_ += ", ...";
        }
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    // "3 of 42 zones (1 Setu, 2 Cakung, 3 Pulo Gadung)"
    [[nodiscard]] std::string text() const { return fmt::format("{} of {} {} ({})", count_, all_, what_, names_); }

private:
    std::size_t all_;
    std::string what_;
    std::size_t count_ = 0;
    std::string names_;
};

}  // namespace papar
