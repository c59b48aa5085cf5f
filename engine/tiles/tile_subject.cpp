#include "engine/tiles/tile_subject.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/output/output_files.hpp"
#include "engine/tiles/people_scale.hpp"
#include "engine/tiles/relief_pyramid.hpp"
#include "engine/tiles/terrain.hpp"

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const fs::path& rasters) {
    std::vector<std::string> names;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(rasters, problem)) {
        if (entry.path().extension() == ".tif") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

bool holds_classes(const std::string& name) {
    return name.ends_with("_kelas") || name.ends_with("_jumlah");
}

class Subjects {
public:
    Subjects(const fs::path& result, const RecordedStudy& study, const TilesSettings& settings)
        : folder_(result / rasters_folder), study_(study), settings_(settings), rasters_(names_in(folder_)) {}

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names = settings_.rasters;
        if (names.empty()) {
            const bool classes = settings_.value_bits == 0;
            std::ranges::copy_if(rasters_, std::back_inserter(names),
                                 [&](const std::string& name) { return holds_classes(name) == classes; });
            if (names.empty() && !settings_.people && settings_.terrain.name.empty()) {
                throw error(ErrorKind::input, "{}: the result has no rasters; they need a profile in the study",
                            folder_.string());
            }
        }
        const auto add = [&](bool wanted, const char* name) {
            if (wanted && std::ranges::count(names, name) == 0) names.emplace_back(name);
        };
        add(settings_.people, people_tiles_name);
        add(!settings_.terrain.name.empty(), relief_tiles_name);
        return names;
    }

    [[nodiscard]] TileSubject subject(const std::string& name) const {
        if (std::ranges::binary_search(rasters_, name)) return of_raster(name);
        const auto hazard = std::ranges::find(study_.hazards, name, &RecordedHazard::id);
        if (hazard != study_.hazards.end()) return of_hazard(*hazard);
        if (name == people_tiles_name) return of_people();
        if (name == relief_tiles_name) return of_terrain();
        std::vector<std::string> known = rasters_;
        for (const RecordedHazard& each : study_.hazards) known.push_back(each.id);
        known.emplace_back(people_tiles_name);
        known.emplace_back(relief_tiles_name);
        throw error(ErrorKind::input, "{}: there is no raster {}.tif, and no hazard of that id{}", folder_.string(),
                    name, did_you_mean(name, known));
    }

private:
    [[nodiscard]] bool capacity(const std::string& name) const { return name.starts_with("kapasitas"); }

    // `<hazard>_bahaya` of a hazard that is an index has the hazard's own values.
    [[nodiscard]] ClassLegend legend_of_index(const std::string& name) const {
        if (!settings_.limits.empty()) return legend_of_limits(settings_.limits, capacity(name), study_.language);
        for (const RecordedHazard& hazard : study_.hazards) {
            if (hazard.classes.kind == HazardKind::index && name == hazard.id + "_bahaya") {
                return legend_of_hazard(hazard.classes, study_.language);
            }
        }
        const std::vector<double>& limits = capacity(name) ? study_.capacity_limits : study_.index_limits;
        if (!limits.empty()) return legend_of_limits(limits, capacity(name), study_.language);
        if (settings_.value_bits > 0) return {};
        throw error(ErrorKind::input,
                    "{}: the result's record has no class limits for {}; give them, e.g. --limits 0.333333,0.666667",
                    folder_.string(), name);
    }

    [[nodiscard]] TileSubject of_raster(const std::string& name) const {
        TileSubject subject;
        const fs::path path = folder_ / (name + ".tif");
        subject.file = RasterFile::open({path.string(), path, 1, path.string(), "", {}});
        subject.overview = settings_.overview.value_or(capacity(name) ? Overview::mode : Overview::max);
        if (holds_classes(name) && settings_.limits.empty()) {
            if (settings_.value_bits > 0) {
                throw error(ErrorKind::usage, "--values {}: {} holds classes; values are for an index",
                            settings_.value_bits, name);
            }
            subject.legend = legend_of_file(path);
        } else {
            subject.legend = legend_of_index(name);
            subject.legend.title = raster_title(path);
        }
        return named(std::move(subject), name);
    }

    [[nodiscard]] TileSubject of_hazard(const RecordedHazard& hazard) const {
        if (hazard.raster.name.empty()) {
            throw error(ErrorKind::input, "{}: the study draws {} as shapes, so it has no raster; take {}_bahaya_kelas",
                        study_.file.string(), hazard.id, hazard.id);
        }
        if (settings_.value_bits > 0 && hazard.classes.kind != HazardKind::index) {
            throw error(ErrorKind::usage, "--values {}: {} is no index from 0 to 1; take {}_bahaya",
                        settings_.value_bits, hazard.id, hazard.id);
        }
        TileSubject subject;
        subject.file = open_recorded(study_, "hazard:" + hazard.id, hazard.raster);
        subject.overview = settings_.overview.value_or(Overview::max);
        HazardClasses classes = hazard.classes;
        if (!settings_.limits.empty() && classes.kind != HazardKind::classes) {
            classes.breaks = settings_.limits;
            if (classes.labels.size() != classes.count()) classes.labels.clear();
        }
        subject.legend = legend_of_hazard(classes, study_.language);
        subject.legend.title = hazard.title;
        return named(std::move(subject), hazard.id);
    }

    [[nodiscard]] TileSubject of_people() const {
        if (!study_.people) {
            throw error(ErrorKind::input, "{}: the study has no raster of people, only a table; there is none to show",
                        study_.file.string());
        }
        const RecordedPeople& people = *study_.people;
        TileSubject subject;
        subject.name = people_tiles_name;
        subject.kind = TileSubject::Kind::people;
        subject.file = open_recorded(study_, "population", people.raster);
        subject.legend = density_legend(study_.language);
        const bool id = study_.language == Language::id;
        subject.legend.title = id ? "Kepadatan penduduk menurut raster" : "Density of people by the raster";
        if (people.adjusted) {
            subject.legend.title +=
                id ? ", belum disesuaikan dengan tabel penduduk" : ", not yet adjusted to the table";
        }
        subject.overview = Overview::sum;
        subject.unit = people.unit;
        subject.negative = people.negative;
        return subject;
    }

    [[nodiscard]] TileSubject of_terrain() const {
        TileSubject subject;
        subject.name = relief_tiles_name;
        subject.kind = TileSubject::Kind::relief;
        if (!settings_.terrain.name.empty()) {
            subject.file = open_terrain(settings_.terrain);
        } else if (!study_.terrain.name.empty()) {
            subject.file = open_recorded(study_, terrain_role, study_.terrain);
        } else {
            throw error(ErrorKind::usage, "{}: the relief is made of an elevation raster; name it, --terrain FILE",
                        relief_tiles_name);
        }
        subject.legend.title = study_.language == Language::id ? "Relief" : "Hillshade";
        subject.legend.palette = grey_palette();
        subject.overview = Overview::mean;
        return subject;
    }

    [[nodiscard]] TileSubject named(TileSubject subject, const std::string& name) const {
        const bool values = settings_.value_bits > 0;
        subject.name = values ? name + value_tiles_suffix : name;
        subject.kind = values ? TileSubject::Kind::values : TileSubject::Kind::classes;
        return subject;
    }

    fs::path folder_;
    const RecordedStudy& study_;
    const TilesSettings& settings_;
    std::vector<std::string> rasters_;
};

}  // namespace

std::vector<TileSubject> tile_subjects(const fs::path& result, const RecordedStudy& study,
                                       const TilesSettings& settings) {
    const Subjects subjects(result, study, settings);
    std::vector<TileSubject> all;
    for (const std::string& name : subjects.names()) all.push_back(subjects.subject(name));
    return all;
}

}  // namespace papar
