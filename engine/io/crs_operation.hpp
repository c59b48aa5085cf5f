// The way from one coordinate reference system to another.
#pragma once

#include "engine/io/proj_handles.hpp"
#include "engine/zones/zone.hpp"

#include <memory>
#include <optional>
#include <string>

namespace papar {

// One PROJ operation for a whole layer: the best for the place of the box among those whose shift grids are installed.
// x stands before y on both sides, whatever the CRS says of its axes. Belongs to one thread at a time; `clone` gives
// another thread its own.
class CrsOperation {
public:
    // `box` is in the first CRS. Throws Error(input) when PROJ does not understand a CRS or knows no way.
    CrsOperation(const std::string& from_wkt, const std::string& to_wkt, const Box& box);

    // Safe to call from many threads.
    [[nodiscard]] std::unique_ptr<CrsOperation> clone() const;

    // PROJ knows the way only roughly: an unknown datum shift, up to hundreds of metres.
    [[nodiscard]] bool approximate() const { return approximate_; }

    // Nothing where the point has no image.
    [[nodiscard]] std::optional<Vertex> forward(const Vertex& v) const { return image(v, PJ_FWD); }
    [[nodiscard]] std::optional<Vertex> backward(const Vertex& v) const { return image(v, PJ_INV); }

private:
    CrsOperation() = default;
    [[nodiscard]] std::optional<Vertex> image(const Vertex& v, PJ_DIRECTION direction) const;

    ProjContext context_;
    ProjObject operation_;
    bool approximate_ = false;
};

}  // namespace papar
