#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/archives.hpp"
#include "engine/tiles/unfinished.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <string_view>
#include <system_error>
#include <vector>

namespace papar {

namespace fs = std::filesystem;

namespace {

// `ending`: of the files' names, behind the row.
void write_files(const TileSet& tiles, const fs::path& folder, const std::string& ending) {
    std::vector<fs::path> first_file(tiles.contents());  // of a content
    for (const StoredTile& stored : tiles.tiles()) {
        const Tile tile = tile_of(stored.id);
        const fs::path column = folder / std::to_string(tile.zoom) / std::to_string(tile.x);
        std::error_code problem;
        fs::create_directories(column, problem);
        if (problem) {
            throw error(ErrorKind::output, "{}: the folder could not be made ({})", column.string(), problem.message());
        }
        const fs::path file = column / fmt::format("{}{}", tile.y, ending);
        fs::path& first = first_file[stored.content];
        // No links there, or no more of one file: a copy is as good.
        if (!first.empty() && ::link(first.c_str(), file.c_str()) == 0) continue;
        const TileBytes bytes = tiles.content(stored.content);
        write_file(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        first = file;
    }
}

}  // namespace

void write_tile_folder(const TileSet& tiles, const TilesetFacts& facts, const fs::path& folder, const TileSet* retina) {
    const std::string extension(words_of(facts.format).extension);
    Unfinished part(folder);
    write_files(tiles, part.path(), extension);
    if (retina != nullptr) write_files(*retina, part.path(), "@2x" + extension);
    part.put_in_place();
}

}  // namespace papar
