// Progress on stderr: a bar on a terminal, or one JSON object a line for programs.
#pragma once

#include "engine/base/progress.hpp"

#include <chrono>
#include <string>

namespace papar {

enum class ProgressStyle {
    automatic,  // a bar on a terminal, else nothing
    none,
    json,  // {"stage","done","total","unit","rate","eta_s"}, at most one line a second and a last one
};

// The callback of a run. It also carries the wish to stop: false once a stop signal has arrived.
class ProgressReport {
public:
    explicit ProgressReport(ProgressStyle style);
    ProgressReport(const ProgressReport&) = delete;
    ProgressReport& operator=(const ProgressReport&) = delete;
    ~ProgressReport();

    [[nodiscard]] ProgressCallback callback();
    // Writes the last line or removes the bar. Later calls do nothing.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void show(const Progress& progress);
    void print() const;

    enum class Form { silent, bar, json };
    Form form_;
    // The latest state; strings of its own, since the engine's are only lent for the call.
    std::string stage_, unit_;
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
    Clock::time_point stage_began_;
    Clock::time_point printed_;
    bool is_new_ = false;  // not yet printed
};

}  // namespace papar
