#include "engine/tiles/tile_set.hpp"

#include <algorithm>
#include <limits>

namespace papar {

void TileSet::place_content(std::uint32_t content, std::uint64_t offset, std::uint32_t bytes) {
    if (content >= contents_.size()) {
        contents_.resize(std::size_t{content} + 1);
    }
    contents_[content] = {offset, bytes};
}

void TileSet::finish() {
    std::ranges::sort(tiles_, {}, &StoredTile::id);
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number_of(contents_.size(), unseen);
    std::vector<Place> in_order;
    in_order.reserve(contents_.size());
    for (StoredTile& tile : tiles_) {
        std::uint32_t& number = number_of[tile.content];
        if (number == unseen) {
            number = static_cast<std::uint32_t>(in_order.size());
            in_order.push_back(contents_[tile.content]);
        }
        tile.content = number;
    }
    contents_ = std::move(in_order);
}

}  // namespace papar
