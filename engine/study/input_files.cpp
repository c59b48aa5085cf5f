#include "engine/study/input_files.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace papar {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
        names.push_back(entry->path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

void require_file(const fs::path& path, const std::string& name, const std::string& role, const std::string& where) {
    if (name.starts_with("/vsi")) {  // inside an archive: whoever opens it looks there
        return;
    }
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (fs::is_regular_file(status)) {
        return;
    }
    if (fs::exists(status)) {
        throw error(ErrorKind::input, "{}: the {} file {} is not a file but {}", where, role, name,
                    fs::is_directory(status) ? "a folder; name the file in it" : "something else");
    }
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) {
        throw error(ErrorKind::input,
                    "{}: the {} file {} does not exist, nor does its folder; paths start from the study file's folder",
                    where, role, name);
    }
    throw error(ErrorKind::input, "{}: the {} file {} does not exist{}", where, role, name,
                did_you_mean(path.filename().string(), names_in(folder)));
}

void require_raster(const RasterInput& raster, const std::string& role) {
    require_file(raster.path, raster.name, role, raster.where);
}

void require_table(const TableInput& table, const std::string& role) {
    require_file(table.path, table.name, role, table.where);
}

void require_population(const PopulationInput& population) {
    if (!population.raster.name.empty()) {
        require_raster(population.raster, "population");
    }
    if (!population.spread.raster.name.empty()) {
        require_raster(population.spread.raster, "spread");
    }
    if (const ZonesInput& buildings = population.spread.buildings; !buildings.name.empty()) {
        require_file(buildings.path, buildings.name, "buildings", buildings.where);
    }
    if (population.official) {
        require_table(population.official->table, "population table");
        if (population.official->crosswalk) {
            require_table(population.official->crosswalk->table, "crosswalk");
        }
    }
}

}  // namespace

void require_input_files(const Study& study) {
    require_file(study.zones.path, study.zones.name, "zones", study.zones.where);
    require_population(study.population);
    for (const HazardSettings& hazard : study.hazards) {
        require_raster(hazard.raster, hazard.id);
    }
}

}  // namespace papar
