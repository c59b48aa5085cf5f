// The folder of tiles behind nginx.
#pragma once

#include <string>

namespace papar {

// Locations to be included in a server block whose root leads from the path of `url` to the folder of tiles: media
// types of archives and tiles, the gzip of vector tiles said in the header and nothing packed a second time, ranges as
// they come, reading from pages of other hosts allowed, 204 where a set has no tile. Tiles are kept for an hour, what
// describes them is asked for anew.
[[nodiscard]] std::string nginx_snippet(const std::string& url);

}  // namespace papar
