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
    action.sa_flags = SA_RESTART;  // and stays: a second Ctrl-C must not leave half a folder behind
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaction(signal, &action, nullptr);
    }
    // A full pipe or a limit on file sizes is told by the failing call.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

int stop_signal() {
    return received;
}

}  // namespace papar
