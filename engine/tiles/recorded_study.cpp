#include "engine/tiles/recorded_study.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"
#include "engine/output/json_values.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

RasterInput raster_named(const std::string& name, const fs::path& folder, const std::string& where) {
    RasterInput raster;
    raster.name = name;
    raster.path = folder / name;  // an absolute name stays
    raster.where = where;
    return raster;
}

RasterInput raster_of(const Json& record, const fs::path& folder, const fs::path& file, const std::string& section) {
    const std::string name = text_at(record, "/file");
    if (name.empty()) return {};
    RasterInput raster = raster_named(name, folder, file.string() + ": study.settings." + section + ".file");
    raster.band = static_cast<int>(number_at(record, "/band", 1));
    raster.assume_crs = text_at(record, "/assume_crs");
    raster.nodata = numbers_at(record, "/nodata");
    return raster;
}

HazardKind kind_of(const std::string& word) {
    if (word == "index") return HazardKind::index;
    if (word == "class") return HazardKind::classes;
    return word == "polygons" || word == "buffers" ? HazardKind::shapes : HazardKind::quantity;
}

RecordedHazard hazard_of(const Json& record, const fs::path& folder, const fs::path& file) {
    RecordedHazard hazard;
    hazard.id = text_at(record, "/id");
    hazard.title = text_at(record, "/title");
    hazard.classes.kind = kind_of(text_at(record, "/kind"));
    hazard.classes.no_hazard = number_at(record, "/no_hazard", 0);
    hazard.classes.breaks = numbers_at(record, "/breaks");
    hazard.classes.on_break = text_at(record, "/on_break") == "upper" ? OnBreak::upper : OnBreak::lower;
    hazard.classes.codes = numbers_at(record, "/codes");
    hazard.classes.labels = texts_at(record, "/labels");
    if (hazard.classes.kind != HazardKind::shapes) hazard.raster = raster_of(record, folder, file, "hazard");
    return hazard;
}

std::optional<RecordedPeople> people_of(const Json& record, const fs::path& folder, const fs::path& file) {
    RecordedPeople people;
    people.raster = raster_of(record, folder, file, "population");
    if (people.raster.name.empty()) return std::nullopt;
    const std::string unit = text_at(record, "/unit");
    people.unit = unit == "per_km2"       ? PopulationUnit::per_km2
                  : unit == "per_hectare" ? PopulationUnit::per_hectare
                                          : PopulationUnit::count;
    people.negative = text_at(record, "/negative") == "zero" ? NegativePeople::zero : NegativePeople::refuse;
    people.adjusted = text_at(record, "/model") != "raster";
    return people;
}

}  // namespace

RecordedStudy read_recorded_study(const fs::path& result) {
    std::error_code none;
    RecordedStudy study;
    study.file = result / run_record_file;
    if (!fs::exists(study.file, none)) {
        throw error(ErrorKind::input, "{}: this is no result of papar run: there is no {} in it", result.string(),
                    run_record_file);
    }
    const Json record = Json::parse(read_back(study.file), nullptr, false);
    const fs::path folder = (result / text_at(record, "/run/study_folder")).lexically_normal();
    study.title = text_at(record, "/study/title");
    study.language = text_at(record, "/study/settings/output/language") == "en" ? Language::en : Language::id;
    for (const Json& hazard : list_at(record, "/study/settings/hazard")) {
        study.hazards.push_back(hazard_of(hazard, folder, study.file));
    }
    if (const Json* population = value_at(record, "/study/settings/population")) {
        study.people = people_of(*population, folder, study.file);
    }
    if (const std::string terrain = text_at(record, "/study/settings/tiles/terrain"); !terrain.empty()) {
        study.terrain = raster_named(terrain, folder, study.file.string() + ": study.settings.tiles.terrain");
    }
    study.index_limits = numbers_at(record, "/study/settings/profile/entry/index.breaks/value");
    study.capacity_limits = numbers_at(record, "/study/settings/profile/entry/capacity.breaks/value");
    for (const Json& input : list_at(record, "/inputs")) {
        study.inputs.push_back({text_at(input, "/role"), text_at(input, "/name"), text_at(input, "/sha256")});
    }
    return study;
}

std::shared_ptr<const RasterFile> open_recorded(const RecordedStudy& study, const std::string& role,
                                                const RasterInput& raster) {
    std::shared_ptr<const RasterFile> opened;
    try {
        opened = RasterFile::open(raster);
    } catch (const Error& problem) {
        throw error(problem.kind(),
                    "{} (an input of {}, looked for in {}: where the study's folder is, seen from the "
                    "result; bring it back there, or run the study again)",
                    problem.what(), study.file.string(), raster.path.parent_path().string());
    }
    for (const fs::path& file : opened->files()) {
        const auto recorded = std::ranges::find_if(study.inputs, [&](const RecordedFile& each) {
            return each.role == role && fs::path(each.name).filename() == file.filename();
        });
        std::uint64_t bytes = 0;
        if (recorded == study.inputs.end() || sha256_of_file(file, bytes) != recorded->sha256) {
            throw error(ErrorKind::input,
                        "{}: this is not the file that {} was made of, by its SHA-256; bring that one back, or run the "
                        "study again",
                        file.string(), study.file.string());
        }
    }
    return opened;
}

}  // namespace papar
