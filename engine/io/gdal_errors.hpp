// GDAL's messages, caught instead of printed.
#pragma once

#include <string>

namespace papar {

// While it lives, GDAL messages of this thread go here and nowhere else. Nests; one thread only.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    [[nodiscard]] bool failed() const { return !failure_.empty(); }
    // The first failure reported: the cause, where later ones only say what it led to. Empty when none was.
    [[nodiscard]] const std::string& failure() const { return failure_; }
    // " (failure)" to end a sentence with, or nothing.
    [[nodiscard]] std::string in_brackets() const;

    void note(bool failure, const char* text);

private:
    std::string failure_;
};

}  // namespace papar
