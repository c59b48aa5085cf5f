#include "engine/io/raster_path.hpp"

#include "engine/base/error.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace papar {

namespace {

constexpr std::string_view zip_prefix = "/vsizip/";

// The archive on disk of "/vsizip/folder/archive.zip/file.tif"; empty when there is none.
std::filesystem::path archive_of(const std::string& path) {
    std::string inside = path.substr(zip_prefix.size());
    std::erase_if(inside, [](char c) { return c == '{' || c == '}'; });
    std::filesystem::path archive = inside;
    std::error_code ignored;
    while (archive.has_relative_path() && !std::filesystem::is_regular_file(archive, ignored)) {
        archive = archive.parent_path();
    }
    return archive.has_relative_path() ? archive : std::filesystem::path{};
}

bool in_zip(const std::string& path) {
    return path.starts_with(zip_prefix);
}

}  // namespace

void check_raster_path(const RasterInput& input) {
    const std::string& path = input.path.native();
    const std::string place = input.where.empty() ? "" : input.where + ": ";
    if (path.starts_with("/vsi") && (!in_zip(path) || path.find("/vsi", 1) != std::string::npos)) {
        throw error(ErrorKind::input,
                    "{}raster \"{}\" is on a virtual file system papar does not open; use a file on "
                    "disk, or one inside a zip archive as /vsizip/archive.zip/file.tif",
                    place, input.name);
    }
    VSIStatBufL status;
    if (path.find('\0') != std::string::npos || VSIStatL(path.c_str(), &status) != 0) {
        throw error(ErrorKind::input, "{}raster file \"{}\" does not exist or may not be read (looked for {})", place,
                    input.name, path);
    }
    if (VSI_ISDIR(status.st_mode)) {
        throw error(ErrorKind::input, "{}\"{}\" is a folder, not a raster file", place, input.name);
    }
}

std::vector<std::filesystem::path> files_behind(const RasterInput& input, GDALDataset& dataset) {
    const std::string& path = input.path.native();
    if (in_zip(path)) {
        return {archive_of(path)};
    }
    std::vector<std::filesystem::path> files;
    const CPLStringList listed(dataset.GetFileList(), TRUE);
    for (int i = 0; i < listed.size(); ++i) {
        const std::string_view file = listed[i];
        if (file != path && !file.ends_with(".ovr")) {
            files.emplace_back(file);
        }
    }
    std::sort(files.begin(), files.end());
    files.insert(files.begin(), input.path);
    return files;
}

}  // namespace papar
