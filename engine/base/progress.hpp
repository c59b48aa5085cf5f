// Progress as a callback: the engine does not print. The same callback is how a run is asked to stop.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace papar {

struct Progress {
    std::string_view stage;  // "zones", "overlay", "output", ...
    std::int64_t done = 0;   // units of work finished in this stage
    std::int64_t total = 0;  // units of work in this stage; 0 when unknown
    std::string_view unit;   // "blocks", "zones", "bytes"
};

// Called from any thread, one call at a time. Returning false asks the engine to stop: it then
// throws an Error of kind `interrupted` at the next block and leaves nothing behind.
using ProgressCallback = std::function<bool(const Progress&)>;

}  // namespace papar
