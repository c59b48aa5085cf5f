// Memory that a server of tiles does not need.
#pragma once

namespace papar {

// Gives back what the loader touched of the program's many libraries: code and constants of GDAL and its formats, some
// 25 MB, that serving never uses. Pages that are used come back from the file by themselves.
void give_back_unused_pages();

}  // namespace papar
