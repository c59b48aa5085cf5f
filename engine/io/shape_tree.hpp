// Which shapes may meet another one: GEOS's tree over their boxes.
#pragma once

#include "engine/io/geos_session.hpp"
#include "engine/io/vector_hazard.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace papar {

// Belongs to the session's thread; the session outlives it.
class ShapeTree {
public:
    ShapeTree(const GeosSession& geos, const std::vector<HazardShape>& shapes);

    // Indices of the shapes whose boxes meet that of `shape`, rising.
    [[nodiscard]] std::vector<std::size_t> near(const Shape& shape) const;

private:
    struct Deleter {
        GEOSContextHandle_t context;
        void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
    };

    const GeosSession* geos_;
    std::unique_ptr<GEOSSTRtree, Deleter> tree_;
};

}  // namespace papar
