// The viewer's files, part of the program: tools/viewer/dist, compressed when papar is built.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace papar {

struct ViewerFile {
    std::string_view path;  // "index.html"
    std::string_view content_type;
    std::span<const std::byte> gzip;  // one gzip member, without a name and a time
};

// By path.
[[nodiscard]] std::span<const ViewerFile> viewer_files();

// The file itself. Throws Error(failed) if the program's copy is damaged.
[[nodiscard]] std::vector<std::byte> unpacked(const ViewerFile& file);

}  // namespace papar
