// Are all parts of a written workbook whole?
#pragma once

#include <filesystem>

namespace papar {

// Reads every part of the file and parses it: libxlsxwriter 1.1 collects the parts in temporary files and notices no
// full disk there. Throws an Error of kind output that names the file and the part.
void check_workbook_parts(const std::filesystem::path& path);

}  // namespace papar
