#include "tools/papar/stop_signal.hpp"

#include <atomic>
#include <csignal>

namespace papar {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a signal handler reaches nothing else
std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // the only kind a signal handler may touch

void remember(int signal) {
    received = signal;
}

}  // namespace

void catch_stop_signals() {
    struct sigaction action {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

int stop_signal() {
    return received;
}

}  // namespace papar
