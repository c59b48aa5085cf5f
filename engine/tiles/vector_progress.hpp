// How far vector tiles are, for the one who waits.
#pragma once

#include "engine/base/progress.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>

namespace papar {

// Tiles of all zooms. How many there will be is not known before they are cut: each zoom is taken to have four times as
// many as the one before, which is most that it can have.
class VectorProgress {
public:
    VectorProgress(const ProgressCallback& progress, int zooms) : progress_(progress), zooms_left_(zooms) {}

    // All throw Error(interrupted) when the callback asks to stop.
    void next_zoom();
    void add(std::size_t tiles);  // from any thread
    void ask();                   // where nothing is new, but the user may want to stop

private:
    void tell() const;

    const ProgressCallback& progress_;
    std::mutex telling_;
    bool begun_ = false;
    int zooms_left_;             // with the one under way
    std::int64_t before_ = 0;    // tiles of the zooms before this one
    std::int64_t of_zoom_ = 0;   // done of this one
    std::int64_t expected_ = 1;  // of this one
};

}  // namespace papar
