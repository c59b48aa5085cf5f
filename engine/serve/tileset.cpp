#include "engine/serve/tileset.hpp"

#include "engine/base/error.hpp"

namespace papar {

TileArchive& Tileset::current() {
    const auto now = path_.identity();
    if (archive_ && now == identity_) return *archive_;
    archive_.reset();
    if (!now || !path_.is_inside()) {
        throw error(ErrorKind::input, "{}: is not there any more; put it back, or start papar serve anew",
                    path_.path.string());
    }
    archive_ = open_tile_archive(path_.path);
    identity_ = now;
    return *archive_;
}

}  // namespace papar
