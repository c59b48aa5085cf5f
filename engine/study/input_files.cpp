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

// Checks that the files of one study are there. `start` says where their paths start.
struct Requirement {
    std::string start;

    void file(const fs::path& path, const std::string& name, const std::string& role, const std::string& where) const {
        require_input_file(path, name, role, where, start);
    }
    void raster(const RasterInput& raster, const std::string& role) const {
        file(raster.path, raster.name, role, raster.where);
    }
    void table(const TableInput& table, const std::string& role) const {
        file(table.path, table.name, role, table.where);
    }
    void population(const PopulationInput& population) const {
        if (!population.raster.name.empty()) {
            raster(population.raster, "population");
        }
        if (!population.spread.raster.name.empty()) {
            raster(population.spread.raster, "spread");
        }
        if (const ZonesInput& buildings = population.spread.buildings; !buildings.name.empty()) {
            file(buildings.path, buildings.name, "buildings", buildings.where);
        }
        if (population.official) {
            table(population.official->table, "population table");
            if (population.official->crosswalk) {
                table(population.official->crosswalk->table, "crosswalk");
            }
        }
    }
};

}  // namespace

void require_input_file(const fs::path& path, const std::string& name, const std::string& role,
                        const std::string& where, const std::string& start) {
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
        throw error(ErrorKind::input, "{}: the {} file {} does not exist, nor does its folder; {}", where, role, name,
                    start);
    }
    const std::string guess = did_you_mean(path.filename().string(), names_in(folder));
    throw error(ErrorKind::input, "{}: the {} file {} does not exist{}", where, role, name,
                guess.empty() ? "; " + start : guess);
}

void require_input_files(const Study& study) {
    const Requirement require{
        study.recorded_inputs
            ? fmt::format("paths start from {}; --inputs FOLDER names another folder", study.folder.string())
            : paths_start_at_study};
    require.file(study.zones.path, study.zones.name, "zones", study.zones.where);
    require.population(study.population);
    for (const AlternativePopulation& alternative : study.alternative_populations) {
        require.raster(alternative.population.raster, "alternative population");
    }
    for (const HazardSettings& hazard : study.hazards) {
        if (hazard.vector) {
            require.file(hazard.vector->layer.path, hazard.vector->layer.name, hazard.id, hazard.vector->layer.where);
        } else {
            require.raster(hazard.raster, hazard.id);
        }
    }
    for (const ExposureInput& exposure : study.exposures) {
        if (exposure.raster.name.empty()) {
            require.file(exposure.layer.path, exposure.layer.name, exposure.id, exposure.layer.where);
        } else {
            require.raster(exposure.raster, exposure.id);
        }
    }
    if (study.capacity && study.capacity->table) {
        require.table(*study.capacity->table, "capacity");
    }
    if (study.tiles && !study.tiles->terrain.name.empty()) {
        const TerrainInput& terrain = study.tiles->terrain;
        require.file(terrain.path, terrain.name, "terrain", terrain.where);
    }
    if (const DocumentSettings& document = study.document; !document.template_name.empty()) {
        require.file(document.path, document.template_name, "template", document.where);
    }
}

}  // namespace papar
