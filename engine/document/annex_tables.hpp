// The annexes: the numbers of the method with their sources, the input files, what a reader must know.
#pragma once

#include "engine/document/area_table.hpp"

#include <string>
#include <vector>

namespace papar {

[[nodiscard]] ReportTable method_table(ReportContext& context);
// Waits for the hashes of the inputs. `sources` are named in a note each.
[[nodiscard]] ReportTable sources_table(ReportContext& context, const std::vector<std::string>& sources);
[[nodiscard]] std::vector<std::string> disclaimers(const ReportContext& context,
                                                   const std::vector<std::string>& sources);

}  // namespace papar
