#include "engine/output/output_folder.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

namespace papar {
namespace {

namespace fs = std::filesystem;

// The existing folder a path leads to, links followed; the last component need not exist.
[[nodiscard]] fs::path resolved(const fs::path& folder) {
    std::error_code problem;
    fs::path path = fs::weakly_canonical(fs::absolute(folder), problem);
    if (problem) {
        throw error(ErrorKind::output, "{}: the output folder's path cannot be followed ({})", folder.string(),
                    problem.message());
    }
    if (!path.has_filename()) path = path.parent_path();
    if (!path.has_filename()) {
        throw error(ErrorKind::usage, "{}: this cannot be an output folder; name a folder inside it", folder.string());
    }
    return path;
}

using IsOurs = std::function<bool(const std::string& name)>;

// What SQLite or a GIS may have put beside a file of ours while it was open there: it goes with that file.
[[nodiscard]] bool is_sidecar(const fs::path& path, const IsOurs& is_ours) {
    const std::string name = path.filename().string();
    for (const std::string_view ending : {"-wal", "-shm", "-journal", ".aux.xml"}) {
        if (name.ends_with(ending) && is_ours(name.substr(0, name.size() - ending.size()))) return true;
    }
    if (path.extension() != ".qmd") return false;  // QGIS's metadata: wilayah.qmd of wilayah.mbtiles
    std::error_code none;
    return std::ranges::any_of(fs::directory_iterator(path.parent_path(), none), [&](const fs::directory_entry& entry) {
        return entry.path() != path && entry.path().stem() == path.stem() && is_ours(entry.path().filename().string());
    });
}

// What in this entry of a folder no command with these names writes; empty: nothing.
[[nodiscard]] std::string foreign_name(const fs::directory_entry& entry, std::span<const char* const> names,
                                       std::error_code& problem) {
    const IsOurs is_ours = [&](const std::string& file) {
        return std::ranges::find(names, file) != names.end() || is_level_file(file);
    };
    const std::string name = entry.path().filename().string();
    const bool ours = is_ours(name);
    const bool tiles = name == tiles_folder;
    if (!ours) return is_sidecar(entry.path(), is_ours) ? "" : name;
    if (name != rasters_folder && !tiles) return {};
    if (!entry.is_directory(problem)) return name;
    for (auto inner = fs::recursive_directory_iterator(entry.path(), problem); inner != fs::end(inner); ++inner) {
        if (tiles && inner->is_directory(problem)) continue;  // of z/x/y.png
        const IsOurs is_known = tiles ? is_tiles_file : is_raster_file;
        const bool known = is_known(inner->path().filename().string()) || is_sidecar(inner->path(), is_known);
        if (!inner->is_regular_file(problem) || !known) {
            return (fs::path(name) / inner->path().lexically_relative(entry.path())).string();
        }
    }
    return {};
}

[[nodiscard]] fs::path make_staging(const fs::path& folder) {
    const std::string stem = fmt::format(".{}.papar-{}", folder.filename().string(), ::getpid());
    // Left-overs of killed runs may hold the first names, above all in containers, where numbers of processes repeat.
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const fs::path path = folder.parent_path() / (attempt == 0 ? stem : fmt::format("{}-{}", stem, attempt));
        if (::mkdir(path.c_str(), 0777) == 0) return path;
        if (errno != EEXIST) break;
    }
    throw error(ErrorKind::output,
                "{}: no output folder can be made here ({}); choose a folder that exists and is yours",
                folder.parent_path().string(), system_reason());
}

// Makes two folders change names; returns where the old one went.
fs::path exchange(const fs::path& fresh, const fs::path& old) {
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(), RENAME_EXCHANGE) == 0) return fresh;
    // Where the file system cannot exchange, two renames do; for a moment no folder has the final name, but both exist.
    fs::path aside = fresh;
    aside += "-old";
    rename_or_throw(old, aside);
    try {
        rename_or_throw(fresh, old);
    } catch (...) {
        rename_or_throw(aside, old);
        throw;
    }
    return aside;
}

}  // namespace

OutputFolder::OutputFolder(const OutputSettings& settings, std::span<const char* const> names)
    : final_(resolved(settings.folder)), names_(names), overwrite_(settings.overwrite) {
    refuse_unless_replaceable();
    staging_ = make_staging(final_);
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;  // nothing more can be done about it here
    if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

void OutputFolder::refuse_unless_replaceable() const {
    std::error_code problem;
    if (!fs::exists(final_, problem)) return;
    if (!fs::is_directory(final_, problem)) {
        throw error(ErrorKind::usage, "{}: a file has the output folder's name; choose another folder",
                    final_.string());
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(final_, problem)) {
        const std::string foreign = foreign_name(entry, names_, problem);
        if (!foreign.empty()) {
            throw error(ErrorKind::usage,
                        "{}: the output folder also holds '{}', which this command does not write; move it or "
                        "choose another folder",
                        final_.string(), foreign);
        }
        if (!overwrite_) {
            throw error(ErrorKind::usage,
                        "{}: the output folder holds a result already; add --overwrite to replace it or "
                        "choose another folder",
                        final_.string());
        }
    }
    if (problem) {
        throw error(ErrorKind::output, "{}: the output folder cannot be read ({})", final_.string(), problem.message());
    }
}

void OutputFolder::commit() {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(staging_)) sync_to_disk(entry.path());
    sync_to_disk(staging_);

    refuse_unless_replaceable();  // the run may have taken hours
    std::error_code problem;
    const bool replaces = fs::exists(final_, problem) && !fs::is_empty(final_, problem);
    if (replaces) {
        staging_ = exchange(staging_, final_);  // from here on the destructor removes the old result
    } else {
        rename_or_throw(staging_, final_);  // fails if another run has put a result here meanwhile
        staging_.clear();
    }
    sync_to_disk(final_.parent_path());
}

}  // namespace papar
