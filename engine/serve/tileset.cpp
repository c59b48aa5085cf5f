#include "engine/serve/tileset.hpp"

#include "engine/base/error.hpp"

namespace papar {

TileArchive& Tileset::current() {
    const auto now = path_.identity();
    if (!now) {
        throw error(ErrorKind::input, "{}: is not there any more; put it back, or start papar serve anew",
                    path_.path.string());
    }
    if (!archive_ || now != identity_) {
        archive_.reset();
        archive_ = open_tile_archive(path_.path);
        identity_ = now;
    }
    return *archive_;
}

}  // namespace papar
