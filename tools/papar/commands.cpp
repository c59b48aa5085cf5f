#include "tools/papar/command.hpp"

namespace papar {

const std::vector<Command>& commands() {
    static const std::vector<Command> table = {
        {"run", "Calculate a study and write its outputs", declare_run},
        {"check", "Do everything up to the calculation: grid, layers, findings, estimates; write nothing",
         declare_check},
        {"explain", "Show how a zone's figures came about, cell by cell", declare_explain},
        {"diff", "Compare two results: by how much they differ, and why", declare_diff},
        {"tiles", "Cut a result's rasters into map tiles for the web, or check tiles", declare_tiles},
        {"serve", "Serve a result's map tiles, figures and viewer over HTTP", declare_serve},
        {"info", "Describe a raster or a vector layer", declare_info},
    };
    return table;
}

}  // namespace papar
