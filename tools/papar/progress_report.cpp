#include "tools/papar/progress_report.hpp"

#include "tools/papar/numbers.hpp"
#include "tools/papar/stop_signal.hpp"
#include "tools/papar/talk.hpp"
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace papar {

namespace {

constexpr std::chrono::milliseconds bar_interval{100};
constexpr std::chrono::seconds json_interval{1};
constexpr std::size_t bar_cells = 30;
constexpr const char* erase_line = "\r\x1b[K";

double tenths(double value) {
    return std::round(value * 10) / 10;
}

std::string bar_line(const std::string& stage, const std::string& unit, double share, double rate,
                     std::optional<double> eta_s) {
    const auto full = static_cast<std::size_t>(share * static_cast<double>(bar_cells));
    return fmt::format("{:<10.10} [{}{}] {:3.0f}%  {} {}/s{}", stage, std::string(full, '#'),
                       std::string(bar_cells - full, '.'), 100 * share, grouped(rate, rate < 10 ? 1 : 0), unit,
                       eta_s ? ", " + duration(*eta_s) + " left" : "");
}

}  // namespace

ProgressReport::ProgressReport(ProgressStyle style)
    : form_(style == ProgressStyle::json                                      ? Form::json
            : style == ProgressStyle::automatic && isatty(STDERR_FILENO) == 1 ? Form::bar
                                                                              : Form::silent) {
    catch_stop_signals();
}

ProgressReport::~ProgressReport() {
    try {
        finish();
    } catch (...) {
        // A last line that cannot be told stops nothing.
    }
}

ProgressCallback ProgressReport::callback() {
    return [this](const Progress& progress) {
        show(progress);
        return stop_signal() == 0;
    };
}

void ProgressReport::show(const Progress& progress) {
    const Clock::time_point now = Clock::now();
    if (stage_ != progress.stage) {
        stage_ = progress.stage;
        stage_began_ = now;
    }
    unit_ = progress.unit;
    done_ = progress.done;
    total_ = progress.total;
    is_new_ = true;
    if (now - printed_ >= (form_ == Form::bar ? bar_interval : json_interval)) {
        print();
        printed_ = now;
        is_new_ = false;
    }
}

void ProgressReport::print() const {
    const double elapsed_s = std::chrono::duration<double>(Clock::now() - stage_began_).count();
    const double rate = elapsed_s > 0 ? static_cast<double>(done_) / elapsed_s : 0;
    std::optional<double> eta_s;
    if (total_ > 0 && rate > 0) {
        eta_s = static_cast<double>(total_ - done_) / rate;
    }
    if (form_ == Form::bar) {
        const double share =
            total_ > 0 ? std::clamp(static_cast<double>(done_) / static_cast<double>(total_), 0., 1.) : 0;
        say(erase_line + bar_line(stage_, unit_, share, rate, eta_s));
    } else if (form_ == Form::json) {
        nlohmann::ordered_json line = {{"stage", stage_}, {"done", done_},        {"total", total_},
                                       {"unit", unit_},   {"rate", tenths(rate)}, {"eta_s", nullptr}};
        if (eta_s) {
            line["eta_s"] = tenths(*eta_s);
        }
        say(line.dump() + "\n");
    }
}

void ProgressReport::finish() {
    if (form_ == Form::json && is_new_) {
        print();
    } else if (form_ == Form::bar && !stage_.empty()) {
        say(erase_line);
    }
    form_ = Form::silent;
}

}  // namespace papar
