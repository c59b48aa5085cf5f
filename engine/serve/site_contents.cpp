#include "engine/serve/site_contents.hpp"

#include "engine/base/error.hpp"
#include "engine/output/output_files.hpp"
#include "engine/tiles/legend_picture.hpp"
#include "engine/tiles/tile_archive.hpp"

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

ServedPath inside(const fs::path& path, const fs::path& folder) {
    ServedPath served{path, folder};
    if (!served.identity() || !served.is_inside()) {
        throw error(ErrorKind::input,
                    "{}: cannot be read, or is a link that leads out of its folder; give what it leads to by its own "
                    "name",
                    path.string());
    }
    return served;
}

void add(std::map<std::string, ServedPath>& all, const std::string& name, ServedPath served) {
    const auto [place, is_new] = all.try_emplace(name, served);
    if (!is_new && place->second.within != served.within) {
        throw error(ErrorKind::usage, "{} and {} have the same name, so their addresses would be the same; rename one",
                    place->second.path.string(), served.path.string());
    }
}

// The file's name as one of archive, document, or neither.
enum class FileSort { archive, document, other };
FileSort sort_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".pmtiles" || extension == ".mbtiles") return FileSort::archive;
    const bool document = extension == ".json" || extension == ".xml" || path.string().ends_with(legend_suffix);
    return document ? FileSort::document : FileSort::other;
}

void add_archive(const fs::path& file, const fs::path& folder, SiteContents& contents) {
    const ServedPath served = inside(file, folder);
    add(contents.tilesets, file.stem().string(), served);
    if (sort_of(file) == FileSort::archive) add(contents.archives, file.filename().string(), served);
}

// Entries in the order in which they are preferred for tiles: PMTiles, folders, MBTiles; each by name.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        if (!entry.path().filename().string().starts_with('.')) entries.push_back(entry.path());
    }
    if (problem) {
        throw error(ErrorKind::input, "{}: the folder cannot be read ({})", folder.string(), problem.message());
    }
    const auto rank = [](const fs::path& path) {
        const std::string extension = path.extension().string();
        return extension == ".pmtiles" ? 0 : extension == ".mbtiles" ? 2 : 1;
    };
    std::ranges::sort(
        entries, [&](const fs::path& a, const fs::path& b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a < b; });
    return entries;
}

void add_folder(const fs::path& folder, SiteContents& contents) {
    for (const fs::path& entry : entries_of(folder)) {
        std::error_code problem;
        if (fs::is_directory(entry, problem)) {
            if (is_tile_folder(entry)) add(contents.tilesets, entry.filename().string(), inside(entry, folder));
        } else if (sort_of(entry) == FileSort::archive) {
            add_archive(entry, folder, contents);
        } else if (sort_of(entry) == FileSort::document) {
            add(contents.documents, entry.filename().string(), inside(entry, folder));
        }
    }
}

// With the TileJSON beside it.
void add_single(const fs::path& path, SiteContents& contents) {
    const fs::path folder = path.parent_path();
    std::error_code problem;
    if (fs::is_directory(path, problem)) {
        add(contents.tilesets, path.filename().string(), inside(path, folder));
    } else {
        add_archive(path, folder, contents);
    }
    const std::string json = (fs::is_directory(path, problem) ? path.filename() : path.stem()).string() + ".json";
    if (fs::is_regular_file(folder / json, problem)) add(contents.documents, json, inside(folder / json, folder));
}

}  // namespace

SiteContents find_contents(const std::vector<fs::path>& sources) {
    SiteContents contents;
    for (const fs::path& source : sources) {
        std::error_code problem;
        const fs::path path = fs::canonical(source, problem);
        if (problem) {
            throw error(ErrorKind::input, "{}: cannot be found or read ({})", source.string(), problem.message());
        }
        const std::size_t before = contents.tilesets.size();
        if (!fs::is_directory(path, problem) || is_tile_folder(path)) {
            add_single(path, contents);
        } else {
            const fs::path tiles = path / tiles_folder;
            add_folder(fs::is_directory(tiles, problem) ? fs::canonical(tiles) : path, contents);
        }
        if (contents.tilesets.size() == before) {
            throw error(ErrorKind::input, "{}: there are no map tiles in it; cut those of a result with papar tiles {}",
                        source.string(), source.string());
        }
    }
    return contents;
}

}  // namespace papar
