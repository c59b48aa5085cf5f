// Ctrl-C and termination, as a question that a running stage asks between two blocks.
#pragma once

namespace papar {

// From now on the first SIGINT or SIGTERM only asks the run to stop, so that it leaves nothing behind; a second one
// of the same kind ends the program at once.
void catch_stop_signals();

// The signal that asked the run to stop; 0 when none did.
[[nodiscard]] int stop_signal();

}  // namespace papar
