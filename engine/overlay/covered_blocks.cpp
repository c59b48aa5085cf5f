#include "engine/overlay/covered_blocks.hpp"

#include <vector>

namespace papar {

void for_each_covered_block(const OverlayInput& input, const ZoneLayer& shapes,
                            const std::function<void(const Window&, const BlockCoverage&)>& look) {
    const BlockPlan plan = plan_blocks(input);
    const EdgeIndex edges(shapes, input.grid, plan.bands);
    CoverageSweeper sweeper(shapes, input.grid, plan.columns);
    std::vector<BlockCoverage> blocks;
    std::vector<BadCoverage> bad;
    for (std::int64_t band = 0; band < plan.bands.count(); ++band) {
        if (edges.band(band).empty()) {
            continue;
        }
        sweeper.sweep(edges.band(band), plan.bands.first_row(band), plan.bands.end_row(band), blocks, bad);
        for (std::int64_t column = 0; column < plan.columns_count(); ++column) {
            const BlockCoverage& block = blocks[static_cast<std::size_t>(column)];
            if (!block.zones.empty()) {
                look(plan.block(band, column), block);
            }
        }
    }
}

}  // namespace papar
