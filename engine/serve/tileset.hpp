// An archive that is opened anew when its file was replaced.
#pragma once

#include "engine/serve/served_file.hpp"
#include "engine/tiles/tile_archive.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace papar {

class Tileset {
public:
    // Opens nothing yet.
    explicit Tileset(ServedPath path) : path_(std::move(path)) {}

    // The archive as it is now. Throws Error(input) when it is gone or no archive any more.
    [[nodiscard]] TileArchive& current();

private:
    ServedPath path_;
    std::unique_ptr<TileArchive> archive_;
    std::optional<FileIdentity> identity_;  // of the file behind archive_
};

}  // namespace papar
